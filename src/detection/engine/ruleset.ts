import { sha256Hex } from '../../base/index.ts';
import type { Detector, KeywordDetector, NumberDetector, WindowDetector } from '../detector.ts';
import { type Keyword, KeywordAutomaton, type KeywordFinder } from './keyword-automaton.ts';
import { KeywordSearch } from './keyword-search.ts';

// A number can stand in groups of any size: these are the shortest pieces by which each way of writing shows itself.
const numberKeywords = ['0000', '0 00', '0.00', '0-00', '0/00'];

/** All detectors of a scan, ready to run. `version` changes whenever a finding could: it belongs into every cache key. */
export type Ruleset = {
  readonly version: string;
  readonly detectors: readonly Detector[];
  readonly keywords: KeywordFinder;
  readonly keywordDetectors: readonly (KeywordDetector | WindowDetector)[];
  readonly numberDetectors: readonly NumberDetector[];
  /** The rule number that stands for a run of digits. */
  readonly numberRule: number;
};

export type RulesetOptions = {
  readonly detectors: readonly Detector[];
  /** What the code of the detectors does not show in itself: words of a dictionary, imported rules, the release. */
  readonly fingerprint: string;
  /** For a few kilobytes in all: nothing is built for the speed of what comes after. */
  readonly isForLittle?: boolean;
};

/** Makes a ruleset. Costs some milliseconds for hundreds of detectors: done at start and when rules change. */
export function makeRuleset({ detectors, fingerprint, isForLittle = false }: RulesetOptions): Ruleset {
  const keywordDetectors = detectors.filter((detector) => 'keywords' in detector);
  const numberDetectors = detectors.filter((detector) => 'findNumber' in detector);
  const numberRule = keywordDetectors.length;
  const keywords: Keyword[] = keywordDetectors.flatMap((detector, rule) =>
    [...new Set(detector.keywords)].map((text) => ({ text, rule })),
  );
  if (numberDetectors.length > 0) keywords.push(...numberKeywords.map((text) => ({ text, rule: numberRule })));
  let version: string | undefined;
  return {
    get version() {
      version ??= sha256Hex([fingerprint, ...detectors.map(describe)].join('\n'));
      return version;
    },
    detectors,
    keywords: isForLittle ? new KeywordSearch(keywords) : new KeywordAutomaton(keywords),
    keywordDetectors,
    numberDetectors,
    numberRule,
  };
}

function describe(detector: Detector): string {
  const code = 'keywords' in detector ? detector.keywords.join(' ') : 'numbers';
  return `${detector.id} ${detector.kind} ${detector.class} ${detector.rank} ${code}`;
}
