import { BoundedMap } from '../../base/index.ts';
import { type Finding, redact, type Ruleset, type StandInKey } from '../../detection/index.ts';
import type { KnownValue } from './known-values.ts';
import { scanTexts } from './scan-texts.ts';
import { ValueFinder } from './value-finder.ts';

const maxTexts = 10_000;
const longestKept = 4_096;
// Some thousand characters take a hundredth of a millisecond.
const longestBudgetMs = 1_000;

/**
 * Puts stand-ins for what is found in the short texts that go into a record: paths, commands, names, what a client says of
 * itself. What the rules find in one is remembered.
 */
export class FactMask {
  readonly #ruleset: Ruleset;
  readonly #budgetMs: number;
  readonly #found = new BoundedMap<string, readonly Finding[]>(maxTexts);

  constructor(ruleset: Ruleset, scanBudgetMs: number) {
    this.#ruleset = ruleset;
    this.#budgetMs = Math.min(longestBudgetMs, scanBudgetMs);
  }

  /**
   * How the texts of one message are masked: by the rules, and by the values that are known of it. A text in which
   * nothing is found stays as it is.
   * @throws scan_timed_out when a text is masked
   */
  masking(tenantKey: StandInKey, values: readonly KnownValue[] = []): (text: string) => string {
    const finder = new ValueFinder(values);
    const masked = new Map<string, string>();
    return (text) => {
      if (finder.isEmpty && this.#found.get(text)?.length === 0) return text;
      const before = masked.get(text);
      if (before !== undefined) return before;
      const shown = redact(text, this.#findingsIn(text, finder, values), { tenantKey }).text;
      masked.set(text, shown);
      return shown;
    };
  }

  #findingsIn(text: string, finder: ValueFinder, values: readonly KnownValue[]): readonly Finding[] {
    const found = this.#found.get(text);
    if (found?.length === 0) {
      const until = performance.now() + this.#budgetMs;
      return finder.find(text, () => performance.now() > until);
    }
    const job = { values, budgetMs: this.#budgetMs };
    const [scanned] = scanTexts(this.#ruleset, [{ text, ...(found ? { found } : {}) }], job);
    if (!found && text.length <= longestKept) this.#found.set(text, scanned?.byRules ?? []);
    return scanned?.all ?? [];
  }
}
