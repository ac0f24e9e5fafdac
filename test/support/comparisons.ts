import { timeOrderedId } from '../../src/base/index.ts';
import { appendWithin, type TermsWatched } from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';

const dayMs = 86_400_000;

/** What a run of the terms watch leaves: all stand, unless `changes` says otherwise. */
export function comparison(at: Date, catalogueVersion: string, changes: Partial<TermsWatched> = {}): TermsWatched {
  return {
    kind: 'terms_watched',
    id: timeOrderedId(),
    tenantId: '',
    recordedAt: at.toISOString(),
    catalogueVersion,
    holdsUntil: new Date(at.getTime() + 2 * dayMs).toISOString(),
    archives: [{ collection: 'genai-eu', headAt: at.toISOString(), isOld: false }],
    facts: { stands: 106, ended: 10 },
    alarms: [],
    ...changes,
  };
}

/** A fact whose paragraph says another thing now. */
export const staleFact: TermsWatched['alarms'][number] = {
  fact: 'anth-com-training',
  state: 'stale',
  lost: [
    {
      collection: 'genai-eu',
      service: 'Claude.ai',
      terms: 'Commercial Terms',
      lastGoodAt: '2026-11-20T00:00:00Z',
      lostAt: '2026-11-25T00:00:00Z',
      changed: [
        {
          before: 'Anthropic may not train models on Customer Content from Services.',
          after: 'Anthropic may train models on Customer Content from Services.',
        },
        { before: 'This holds for every plan of this page.' },
      ],
      otherChanges: 3,
    },
  ],
  answers: ['anthropic/api training'],
  claims: ['commercial-no-training'],
  decisions: ['plan-trains anthropic/api', 'plan-training-unknown anthropic/api'],
};

/** Puts the record of a comparison into a tenant's ledger. */
export async function recordComparison(tenancy: Tenancy, tenantId: string, record: TermsWatched): Promise<void> {
  await tenancy.store.inTenant(tenantId, (db) => appendWithin(db, tenancy.recordKeys, { ...record, tenantId }));
}
