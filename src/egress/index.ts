export { isPublic, networks } from './addresses.ts';
export { type EgressMode, egressModes, type EgressHost, type EgressRules, decideTarget, flowRules } from './decide.ts';
export { type EgressErrorCode, egressErrorCodes } from './errors.ts';
export { type EgressEvent, type EgressProxy, startEgress } from './proxy.ts';
export { connectTarget } from './target.ts';
