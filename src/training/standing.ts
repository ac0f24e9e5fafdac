import type { Books } from '../ledger/index.ts';
import { type ListedAttestation, listAttestations } from './attestations.ts';
import { trainingModules } from './modules/modules.ts';
import type { TrainingRules } from './training-rules.ts';

/** `expiring`: it holds, and is to be renewed within 30 days. `expired`: it held once. */
export type ModuleState = 'valid' | 'expiring' | 'expired' | 'missing';

export type ModuleStanding = {
  readonly module: string;
  readonly state: ModuleState;
  /** The day to the end of which it holds or held; null where it was never taken. */
  readonly validUntil: string | null;
};

/** What of training holds of one person. There is no score in it, and nothing to rank by. */
export type PersonStanding = {
  readonly personId: string;
  readonly pseudonym: string;
  readonly modules: readonly ModuleStanding[];
  /** The instant until which they may send although it is overdue; null without an exemption. */
  readonly exemptUntil: string | null;
};

export type TeamStanding = { readonly modules: readonly string[]; readonly people: readonly PersonStanding[] };

const warnDays = 30;

/** The modules that are asked for: those of the policy, or those that octroi gives where it names none. */
export function modulesAsked({ modules }: Pick<TrainingRules, 'modules'>): readonly string[] {
  return modules.length > 0 ? modules : trainingModules.map(({ id }) => id);
}

/** Of every person who may send, by pseudonym, which module holds. */
export async function readTeam(books: Books, tenantId: string, asked: Asked): Promise<TeamStanding> {
  const attestations = await listAttestations(books, tenantId);
  const modules = modulesAsked(asked.rules);
  const people = await books.store.inTenant(tenantId, async (db) =>
    db
      .selectFrom('person')
      .leftJoin('person_account as account', (join) =>
        join.onRef('account.person_id', '=', 'person.id').onRef('account.tenant_id', '=', 'person.tenant_id'),
      )
      .leftJoin('training_exemption as exemption', (join) =>
        join.onRef('exemption.person_id', '=', 'person.id').on('exemption.until', '>', asked.now),
      )
      .select(['person.id', 'person.pseudonym'])
      .select(({ fn }) => fn.max('exemption.until').as('until'))
      .where('account.disabled_at', 'is', null)
      .groupBy(['person.id', 'person.pseudonym'])
      .orderBy('person.pseudonym')
      .execute(),
  );
  const today = asked.now.toISOString().slice(0, 10);
  return {
    modules,
    people: people.map(({ id, pseudonym, until }) => ({
      personId: id,
      pseudonym,
      modules: standingsOf(attestations, { personId: id, modules, today }),
      exemptUntil: until === null ? null : until.toISOString(),
    })),
  };
}

export type Asked = { readonly rules: Pick<TrainingRules, 'modules'>; readonly now: Date };

type Standing = { readonly personId: string; readonly modules: readonly string[]; readonly today: string };

function standingsOf(attestations: readonly ListedAttestation[], { personId, modules, today }: Standing) {
  return modules.map((module) => {
    const held = attestations.find((each) => each.personId === personId && each.module === module);
    return { module, ...standingOf(held?.validUntil, today) };
  });
}

/** What an attestation to the end of `validUntil` is worth on a day. */
export function standingOf(validUntil: string | undefined, today: string): Omit<ModuleStanding, 'module'> {
  if (validUntil === undefined) return { state: 'missing', validUntil: null };
  if (validUntil < today) return { state: 'expired', validUntil };
  const warnFrom = new Date(Date.parse(validUntil) - warnDays * 86_400_000).toISOString().slice(0, 10);
  return { state: warnFrom <= today ? 'expiring' : 'valid', validUntil };
}

export type Reminder = Omit<ModuleStanding, 'state'> & {
  readonly personId: string;
  readonly pseudonym: string;
  readonly state: Exclude<ModuleState, 'valid'>;
};

/** Who is to be reminded of which module: one line each, for whatever the company sends messages with. */
export function remindersOf({ people }: TeamStanding): readonly Reminder[] {
  return people.flatMap(({ personId, pseudonym, modules }) =>
    modules.flatMap(({ state, ...standing }) =>
      state === 'valid' ? [] : [{ personId, pseudonym, state, ...standing }],
    ),
  );
}
