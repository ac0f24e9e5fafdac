import { openLedger, type LedgerRecord, retentionClasses } from '../../src/ledger/index.ts';
import { boundsOf } from '../../src/catalogue/index.ts';
import { timeOrderedId } from '../../src/base/index.ts';
import type { Lifetimes, Retention } from '../../src/retention/index.ts';
import { countPersonRows, personTables, type Tenancy, unsafeErasePerson } from '../../src/tenancy/index.ts';
import { declaredRecord } from './records.ts';

export const dayMs = 86_400_000;

/** The lifetimes of octroi's own policy. */
export const usualLifetimes: Lifetimes = {
  classes: Object.fromEntries(
    retentionClasses.map((name) => [name, boundsOf(name)?.defaultDays ?? 0]),
  ) as Lifetimes['classes'],
  exchanges: { standard: 365, short: 200 },
  usualExchange: 'standard',
  deletedConversationDays: 7,
};

export type RetentionWishes = {
  readonly now?: () => Date;
  readonly lifetimes?: Lifetimes;
  readonly backupDays?: number;
};

export function testRetention(
  tenancy: Tenancy,
  { now = tenancy.now, lifetimes = usualLifetimes, backupDays = 30 }: RetentionWishes = {},
): Retention {
  const personRows = { count: countPersonRows, erase: unsafeErasePerson, tables: personTables };
  return { ...tenancy, sealer: tenancy.vault, now, lifetimes: () => lifetimes, personRows, backupDays };
}

export type ExchangeWishes = {
  readonly tenantId: string;
  readonly personId?: string;
  readonly workspaceId?: string;
  readonly session?: string;
  readonly ageDays?: number;
  readonly retentionClass?: string;
};

/** An exchange from its declaration to its end, as the gateway would have recorded it so many days ago. */
export function exchangeRecords(wishes: ExchangeWishes): readonly [LedgerRecord, LedgerRecord] {
  const { tenantId, personId = timeOrderedId(), workspaceId = timeOrderedId(), session, ageDays = 0 } = wishes;
  const recordedAt = new Date(Date.now() - ageDays * dayMs).toISOString();
  const declared = declaredRecord({ tenantId, ...(session === undefined ? {} : { session }) });
  const policy = { version: 'v', catalogueVersion: 'v', retentionClass: wishes.retentionClass ?? 'standard' };
  const began = { ...declared, recordedAt, policy, sender: { ...declared.sender, personId, workspaceId } };
  const ended = {
    kind: 'exchange_finished',
    id: timeOrderedId(),
    tenantId,
    recordedAt,
    exchangeId: began.exchangeId,
    declaredBy: began.id,
    outcome: 'answered',
    answerBytes: 1,
    durationMs: 1,
  } as const;
  return [began, ended];
}

/** Appends records, all of the same person. */
export async function appendFor(tenancy: Tenancy, subjectId: string, records: readonly LedgerRecord[]): Promise<void> {
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  await Promise.all(records.map((record) => ledger.append(record, { subjectId })));
  await ledger.close();
}
