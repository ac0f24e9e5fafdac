export { type BundleLabel, openBundle, type PolicyBundle } from './bundle.ts';
export { decideByBundle } from './decide-by-bundle.ts';
