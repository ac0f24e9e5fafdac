import { type Finding, type Ruleset, scan } from '../../detection/index.ts';
import { isDistinct, type KnownValue, withKnownValues } from './known-values.ts';

export type TextToScan = {
  readonly text: string;
  readonly path?: string;
  /** What was found in the text before, when only known values are to be looked for. */
  readonly found?: readonly Finding[];
};

/** What was found in a text by the rules, and by the rules and the known values together. */
export type ScannedText = { readonly byRules: readonly Finding[]; readonly all: readonly Finding[] };

/**
 * Scans texts one after the other; what a rule finds in one is looked for in all of them.
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
  for (const [index, { text }] of texts.entries())
    for (const { start, end, ...what } of byRules[index] ?? []) {
      const value = text.slice(start, end);
      if (isDistinct({ kind: what.kind, value })) known.set(value, { ...what, value });
    }
  return texts.map(({ text }, index) => {
    const found = byRules[index] ?? [];
    return { byRules: found, all: known.size === 0 ? found : withKnownValues(text, found, known.values()) };
  });
}
