import { sha256Hex } from '../../base/index.ts';
import type { Detector, KeywordDetector, NumberDetector, WindowDetector } from '../detector.ts';
import { type Keyword, KeywordAutomaton } from './keyword-automaton.ts';

// A number can stand in groups of any size: these are the shortest pieces by which each way of writing shows itself.
const numberKeywords = ['0000', '0 00', '0.00', '0-00', '0/00'];

/** All detectors of a scan, ready to run. `version` changes whenever a finding could: it belongs into every cache key. */
export type Ruleset = {
  readonly version: string;
  readonly detectors: readonly Detector[];
  readonly automaton: KeywordAutomaton;
  readonly keywordDetectors: readonly (KeywordDetector | WindowDetector)[];
  readonly numberDetectors: readonly NumberDetector[];
  /** The automaton's rule number that stands for a run of digits. */
  readonly numberRule: number;
};

export type RulesetOptions = {
  readonly detectors: readonly Detector[];
  /** What the code of the detectors does not show in itself: words of a dictionary, imported rules, the release. */
  readonly fingerprint: string;
};

/** Makes a ruleset. Costs some milliseconds for hundreds of detectors: done at start and when rules change. */
export function makeRuleset({ detectors, fingerprint }: RulesetOptions): Ruleset {
  const keywordDetectors = detectors.filter((detector) => 'keywords' in detector);
  const numberDetectors = detectors.filter((detector) => 'findNumber' in detector);
  const numberRule = keywordDetectors.length;
  const keywords: Keyword[] = keywordDetectors.flatMap((detector, rule) =>
    [...new Set(detector.keywords)].map((text) => ({ text, rule })),
  );
  if (numberDetectors.length > 0) keywords.push(...numberKeywords.map((text) => ({ text, rule: numberRule })));
  return {
    version: sha256Hex([fingerprint, ...detectors.map(describe)].join('\n')),
    detectors,
    automaton: new KeywordAutomaton(keywords),
    keywordDetectors,
    numberDetectors,
    numberRule,
  };
}

function describe(detector: Detector): string {
  const code = 'keywords' in detector ? detector.keywords.join(' ') : 'numbers';
  return `${detector.id} ${detector.kind} ${detector.class} ${detector.rank} ${code}`;
}
