import type { Sender } from '../../ledger/index.ts';
import type { HookCase, HookDecision } from '../../policy/index.ts';

/** What a hook's decision rests on. */
export type HookFacts = HookCase & {
  readonly path: string | undefined;
  /** Absent where the vendor asks. */
  readonly sender: Sender | undefined;
};

export type DecideHook = (facts: HookFacts) => HookDecision | Promise<HookDecision>;
