import { errorMaker } from '../base/index.ts';

export const endpointErrorCodes = ['endpoint_root_unreadable', 'endpoint_user_unknown', 'endpoint_nobody'] as const;

export type EndpointErrorCode = (typeof endpointErrorCodes)[number];

export const endpointError = errorMaker<EndpointErrorCode>();
