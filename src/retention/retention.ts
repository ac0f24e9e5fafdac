import { sql } from 'kysely';
import type { Clock, IdMaker } from '../base/index.ts';
import type { Books, RetentionClass, Sealer } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { retentionError } from './errors.ts';

/** How long what is recorded may be kept, in days, as the policy in force says. */
export type Lifetimes = {
  readonly classes: Readonly<Record<RetentionClass, number>>;
  /** Lifetimes for exchanges, by the names that labels use; the rest follows `usualExchange`. */
  readonly exchanges: Readonly<Record<string, number>>;
  readonly usualExchange: string;
  readonly deletedConversationDays: number;
};

/** What the `tenancy` room holds on a person: it counts and removes its own rows. */
export type PersonRows = {
  count(db: Scoped, personId: string): Promise<Readonly<Record<string, number>>>;
  erase(
    db: Scoped,
    erasing: { readonly tenantId: string; readonly personId: string; readonly tombstoneId: string },
  ): Promise<void>;
  /** The tables they stand in. */
  readonly tables: readonly string[];
};

/** What every deed of this room works with. */
export type Retention = Books & {
  readonly sealer: Sealer;
  readonly now: Clock;
  readonly newId: IdMaker;
  readonly lifetimes: () => Lifetimes;
  readonly personRows: PersonRows;
  /** For how many days backups are kept, as the operator says; 0: nothing was said. */
  readonly backupDays: number;
};

/** Who orders something, and why. Both stand in the ledger and in certificates: they are to name no third person. */
export type Statement = { readonly reason: string; readonly by: string };

/** @throws retention_statement_invalid */
export function checkedStatement({ reason, by }: Statement): Statement {
  const checked = { reason: reason.trim(), by: by.trim() };
  for (const text of [checked.reason, checked.by])
    if (text === '' || text.length > 500 || /\p{Cc}|\p{Cs}/u.test(text))
      throw retentionError('retention_statement_invalid');
  return checked;
}

/** Lets one at a time place holds and erase: what is asked here holds until the transaction ends. */
export async function lockRetention(db: Scoped, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`retention ${tenantId}`}, 0))`.execute(db);
}
