import { errorMaker } from '../base/index.ts';

/** What making a pack of evidence may answer with. */
export const evidenceErrorCodes = [
  'evidence_period_invalid',
  'evidence_aware_invalid',
  'evidence_push_address_invalid',
  'evidence_push_unreachable',
  'evidence_push_refused',
] as const;

export type EvidenceErrorCode = (typeof evidenceErrorCodes)[number];

export const evidenceError = errorMaker<EvidenceErrorCode>();
