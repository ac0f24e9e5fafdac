export { isPublic, networks } from './addresses.ts';
export { type EgressMode, egressModes, type EgressHost, type EgressRules, decideTarget, flowRules } from './decide.ts';
export { type EgressErrorCode, egressErrorCodes, egressLogErrorCodes } from './errors.ts';
export type { Format } from './import/flow.ts';
export { type LogReading, readLog } from './import/read-log.ts';
export { formats } from './import/recognise.ts';
export { type EgressEvent, type EgressProxy, startEgress } from './proxy.ts';
export { connectTarget } from './target.ts';
export { openShadow, type ShadowReport, type ShadowUse } from './shadow/shadow.ts';
