import { sha256Hex } from '../base/index.ts';
import { allDetectors } from './all-detectors.ts';
import type { Detector } from './detector.ts';
import { dictionaryDetectors } from './dictionary/dictionary.ts';
import type { DictionaryTerm } from './dictionary/terms.ts';
import { listedValueDetector } from './dictionary/listed-values.ts';
import type { ValueList } from './dictionary/value-list.ts';
import { makeRuleset, type Ruleset } from './engine/ruleset.ts';
import type { ImportedRules } from './gitleaks/imported-rules.ts';

/** What a company adds to the built-in detectors, and what it leaves out of them. */
export type RulesOptions = {
  /** Ids of built-in detectors that shall not run. An id that no detector has is ignored: releases rename none, but drop some. */
  readonly without?: readonly string[];
  readonly terms?: readonly DictionaryTerm[];
  readonly lists?: readonly ValueList[];
  readonly imported?: readonly ImportedRules[];
  /** For a few kilobytes in all: the ruleset is there at once, and slower with what is large. */
  readonly isForLittle?: boolean;
};

// Raised with every change of a detector's code that can change a finding, so that cached findings are not reused.
const builtInVersion = 3;

/**
 * The ruleset of a company: everything octroi brings, its own dictionary, its lists of values, and imported rules.
 *
 * Costs about 30 ms. `version` is in every cache key.
 * @throws detection_dictionary_invalid
 */
export function buildRuleset(options: RulesOptions = {}): Ruleset {
  const without = new Set(options.without);
  const lists = options.lists ?? [];
  const imported = options.imported ?? [];
  const detectors: readonly Detector[] = [
    ...allDetectors.filter(({ id }) => !without.has(id)),
    ...dictionaryDetectors(options.terms ?? []),
    ...lists.map(listedValueDetector),
    ...imported.flatMap((rules) => rules.detectors),
  ];
  const own = [
    JSON.stringify(options.terms ?? []),
    ...lists.map(({ digest }) => digest),
    ...imported.map(({ digest }) => digest),
  ];
  const fingerprint = sha256Hex([String(builtInVersion), ...own].join('\n'));
  return makeRuleset({ detectors, fingerprint, isForLittle: options.isForLittle ?? false });
}
