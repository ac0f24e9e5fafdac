import type { Sender } from '../../ledger/index.ts';
import type { HookCase, HookDecision, PersonFacts } from '../../policy/index.ts';

/** What a hook's decision rests on. */
export type HookFacts = HookCase & {
  readonly path: string | undefined;
  /** The label that its file has at least, by its repository. */
  readonly label: string | undefined;
  /** Absent where the vendor asks. */
  readonly sender: Sender | undefined;
  /** What policies know of the sender's person. */
  readonly person: PersonFacts | undefined;
};

export type DecideHook = (facts: HookFacts) => HookDecision | Promise<HookDecision>;
