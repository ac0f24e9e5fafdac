export { type EgressErrorCode, egressErrorCodes } from './errors.ts';
export type { Format } from './import/flow.ts';
export { type LogReading, readLog } from './import/read-log.ts';
export { formats } from './import/recognise.ts';
export { openShadow, type ShadowReport, type ShadowUse } from './shadow/shadow.ts';
