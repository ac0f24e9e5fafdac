import type { Fact, PlanTerms } from '../../catalogue/index.ts';
import type { Holder } from './calendar.ts';

/** What the terms or the wire do not let anybody know of a contract, and the facts that would count if it were so. */
export const untoldKinds = [
  'flagging',
  'harmful_use',
  'not_seen',
  'third_party',
  'history_file',
  'ledger_begins',
] as const;

export type Untold = {
  readonly kind: (typeof untoldKinds)[number];
  readonly holder: Holder | undefined;
  readonly facts: readonly Fact[];
  /** The first day that the ledger speaks of. */
  readonly since?: string;
};

// Copies that octroi sees being made: they stand in the calendar itself.
const seen: ReadonlySet<string> = new Set(['code_execution', 'batches', 'files_api', 'covered_models']);

/** What is not known of everything that leaves under a plan. */
export function untoldOf(holder: Holder, plan: PlanTerms, features: ReadonlySet<string>): readonly Untold[] {
  const exceptions = plan.facts.filter(({ criterion }) => criterion === 'retention_exception');
  const flagged = exceptions.filter(({ value }) => value === 'flagged');
  const harmful = exceptions.filter(({ value }) => value === 'harmful_use');
  const beside = plan.facts.filter(
    ({ criterion, feature }) => criterion === 'retention' && feature !== undefined && !seen.has(feature),
  );
  return [
    ...(flagged.length > 0 ? [{ kind: 'flagging', holder, facts: flagged } as const] : []),
    ...(harmful.length > 0 ? [{ kind: 'harmful_use', holder, facts: harmful } as const] : []),
    ...(beside.length > 0 ? [{ kind: 'not_seen', holder, facts: beside } as const] : []),
    ...(features.has('third_party_mcp') ? [{ kind: 'third_party', holder, facts: [] } as const] : []),
  ];
}
