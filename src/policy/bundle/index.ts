export { type BundleLabel, openBundle, type PolicyBundle } from './bundle.ts';
export { decideByBundle } from './decide-by-bundle.ts';
export { type HookAsked, hookAnswer, readHookAsked } from '../hooks/client-hook.ts';
export type { HookDecision } from '../hooks/decide-by-findings.ts';
