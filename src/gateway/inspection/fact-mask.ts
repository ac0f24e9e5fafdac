import { type Finding, redact, type Ruleset, type StandInKey } from '../../detection/index.ts';
import type { KnownValue } from './known-values.ts';
import { scanTexts } from './scan-texts.ts';

const maxTexts = 10_000;
const longestKept = 4_096;
// Some thousand characters take a hundredth of a millisecond.
const budgetMs = 1_000;

/**
 * Puts stand-ins for what is found in the short texts that go into a record: paths, commands, names, what a client says of
 * itself. What the rules find in one is remembered.
 */
export class FactMask {
  readonly #ruleset: Ruleset;
  readonly #found = new Map<string, readonly Finding[]>();

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
  }

  /** The text itself when nothing is found in it. @throws scan_timed_out */
  mask(text: string, tenantKey: StandInKey, values: readonly KnownValue[] = []): string {
    const found = this.#found.get(text);
    if (found?.length === 0 && values.length === 0) return text;
    const job = { values, budgetMs };
    const [scanned] = scanTexts(this.#ruleset, [{ text, ...(found ? { found } : {}) }], job);
    if (!scanned) return text;
    if (!found && text.length <= longestKept) this.#remember(text, scanned.byRules);
    return redact(text, scanned.all, { tenantKey }).text;
  }

  #remember(text: string, found: readonly Finding[]): void {
    this.#found.set(text, found);
    const oldest = this.#found.keys().next();
    if (this.#found.size > maxTexts && !oldest.done) this.#found.delete(oldest.value);
  }
}
