export { type AddedLine, type Addition, digested, logFormat, PatchReader } from './added-lines.ts';
export { attribute, type Attributed, type AttributedLine, type Manner } from './attribute.ts';
export { findSources, type Recognising, type Source, type Sources } from './find-sources.ts';
export { type ExchangeShare, exchangeShares, type Shares, sharesOf } from './shares.ts';
