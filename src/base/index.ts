export { BoundedMap } from './bounded-map.ts';
export { canonicalJson, type Json } from './canonical-json.ts';
export { type Clock, systemClock } from './clock.ts';
export { type FingerprintKey, fingerprintKeyOf, keyedFingerprint, sha256Hex } from './digest.ts';
export {
  type DeviceEnrolment,
  type DeviceReport,
  enrolmentType,
  type ReportedVerdict,
  reportType,
} from './device-report.ts';
export { describeCause, type ErrorArgs, errorMaker, OctroiError } from './error.ts';

export { anyUuid, type IdMaker, timeOrderedId } from './ids.ts';
export { escapeMarkup } from './markup.ts';
export type { TextBlock, TextDocument, TextItem } from './text-document.ts';
export { TryLimit } from './try-limit.ts';
