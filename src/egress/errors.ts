import { errorMaker } from '../base/index.ts';

export const egressErrorCodes = ['egress_log_unrecognised', 'egress_log_ambiguous'] as const;

export type EgressErrorCode = (typeof egressErrorCodes)[number];

export const egressError = errorMaker<EgressErrorCode>();
