import { type Finding, type Ruleset, scan } from '../../detection/index.ts';
import { isRecognisable, type KnownValue, learntFrom, united } from './known-values.ts';
import { ValueFinder } from './value-finder.ts';

export type TextToScan = {
  readonly text: string;
  readonly path?: string;
  /** What was found in the text before, when only known values are to be looked for. */
  readonly found?: readonly Finding[];
};

/** What was found in a text by the rules, and by the rules and the known values together. */
export type ScannedText = { readonly byRules: readonly Finding[]; readonly all: readonly Finding[] };

const maxLearnt = 10_000;

/**
 * Scans texts one after the other; what a rule finds in one is looked for in all of them, and the same value is of the
 * same kind wherever it stands.
 * @throws scan_timed_out once `budgetMs` have passed.
 */
export function scanTexts(
  ruleset: Ruleset,
  texts: readonly TextToScan[],
  { values, budgetMs }: { readonly values: readonly KnownValue[]; readonly budgetMs: number },
): readonly ScannedText[] {
  const until = performance.now() + budgetMs;
  const isOver = (): boolean => performance.now() > until;
  const byRules = texts.map(
    ({ text, path, found }) => found ?? scan(ruleset, text, { isOver, ...(path === undefined ? {} : { path }) }),
  );
  const known = new Map(values.map((value) => [value.value, value]));
  for (const [index, { text }] of texts.entries()) learn(known, text, byRules[index] ?? []);
  const finder = new ValueFinder(known.values());
  return texts.map(({ text }, index) => {
    const found = byRules[index] ?? [];
    if (finder.isEmpty) return { byRules: found, all: found };
    const all = united(found, finder.find(text, isOver));
    return { byRules: found, all: all.map((finding) => asKnown(finding, text, known)) };
  });
}

function learn(known: Map<string, KnownValue>, text: string, found: readonly Finding[]): void {
  for (const finding of found) {
    if (known.size >= maxLearnt) return;
    for (const learnt of learntFrom(text, finding))
      if (!known.has(learnt.value) && isRecognisable(learnt)) known.set(learnt.value, learnt);
  }
}

// A value has one stand-in, so it is of one kind: the one it was first found to be.
function asKnown(finding: Finding, text: string, known: ReadonlyMap<string, KnownValue>): Finding {
  const kind = known.get(text.slice(finding.start, finding.end))?.kind;
  return kind === undefined || kind === finding.kind ? finding : { ...finding, kind };
}
