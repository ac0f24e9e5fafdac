export { toCef } from './cef/to-cef.ts';
export type { OcsfEvent } from './ocsf/event.ts';
export type { Names } from './ocsf/make-event.ts';
export { toOcsf } from './ocsf/to-ocsf.ts';
