export { type Asked, buildMirror, type HeldContract, type HeldFile, type Mirror } from './mirror/build-mirror.ts';
export type { CalendarEntry, Holder } from './mirror/calendar.ts';
export {
  copyClasses,
  type HeldCopy,
  type TermsOfCopy,
  type UnknownReason,
  unknownReasons,
} from './mirror/copies-of.ts';
export { type Untold, untoldKinds } from './mirror/untold.ts';
