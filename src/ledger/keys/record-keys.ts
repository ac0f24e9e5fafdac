import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BoundedMap, type Clock, type IdMaker, OctroiError } from '../../base/index.ts';
import type { Scoped, Store } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import { keyBytes, unwrap, wrap } from './box.ts';
import { type SubjectKey, subjectKeyOf } from './seal-record.ts';

/** Seals small secrets under the installation's master key. `context` names the place they belong to. */
export type Sealer = {
  seal(secret: Uint8Array, context: string): Buffer;
  unseal(sealed: Uint8Array, context: string): Buffer;
};

export type RecordKeysOptions = {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly now: Clock;
  readonly newId: IdMaker;
};

/** The ledger's books as readers need them: the database, and the keys to what it holds. */
export type Books = { readonly store: Store; readonly recordKeys: RecordKeys };

type Remembered = { readonly key: SubjectKey; readonly until: number };

const maxRemembered = 20_000;
// How long another process may go on with the key of a person who was erased: its records would open for nobody.
const rememberMs = 60_000;
const retryPauseMs = 200;

/**
 * The keys of persons: each person's secret is wrapped by the tenant's key, and that by the master key.
 *
 * What concerns no person is under the key of the tenant itself, as if it were one.
 */
export class RecordKeys {
  readonly #options: RecordKeysOptions;
  readonly #tenantKeys = new Map<string, KeyObject>();
  readonly #bySubject = new BoundedMap<string, Remembered>(maxRemembered);
  readonly #byId = new BoundedMap<string, Remembered>(maxRemembered);

  constructor(options: RecordKeysOptions) {
    this.#options = options;
  }

  /** The key of a person, from memory: undefined when it must be fetched. */
  recall(tenantId: string, subjectId: string): SubjectKey | undefined {
    return recall(this.#bySubject, `${tenantId} ${subjectId}`);
  }

  /**
   * The key under which a person's new records go; made when there is none.
   * @throws ledger_unavailable when the database stays away for `waitMs`
   */
  async ofSubject(tenantId: string, subjectId: string, waitMs: number): Promise<SubjectKey> {
    const known = this.recall(tenantId, subjectId);
    if (known) return known;
    const giveUpAt = performance.now() + waitMs;
    for (;;) {
      try {
        const key = await this.#options.store.inTenant(tenantId, (db) => this.#findOrMake(db, { tenantId, subjectId }));
        remember(this.#bySubject, `${tenantId} ${subjectId}`, key);
        return key;
      } catch (fault) {
        if (fault instanceof OctroiError) throw fault;
        if (isRefused(fault)) throw ledgerError('ledger_write_rejected', { detail: String(fault.code) }, fault);
        if (performance.now() + retryPauseMs > giveUpAt) throw ledgerError('ledger_unavailable', {}, fault);
        await delay(retryPauseMs);
      }
    }
  }

  /** The same within a transaction that may yet be rolled back: a key that is new is not remembered. */
  async ofSubjectWithin(db: Scoped, tenantId: string, subjectId: string): Promise<SubjectKey> {
    return this.recall(tenantId, subjectId) ?? this.#findOrMake(db, { tenantId, subjectId });
  }

  /** The keys of these ids: those that were destroyed are not among them. */
  async byIds(db: Scoped, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const found = new Map<string, SubjectKey>();
    const missing = new Set<string>();
    for (const id of ids) {
      const known = recall(this.#byId, id);
      if (known) found.set(id, known);
      else missing.add(id);
    }
    if (missing.size === 0) return found;
    const rows = await db
      .selectFrom('ledger_subject_key')
      .select(['id', 'wrapped'])
      .where('id', 'in', [...missing])
      .where('wrapped', 'is not', null)
      .execute();
    for (const { id, wrapped } of rows) {
      if (!wrapped) continue;
      const key = await this.#open(db, tenantId, { id, wrapped });
      remember(this.#byId, id, key);
      found.set(id, key);
    }
    return found;
  }

  /** Forgets a person's key, at once: for an erasure by this process. Others forget within a minute. */
  forget(tenantId: string, subjectId: string): void {
    const known = this.recall(tenantId, subjectId);
    this.#bySubject.delete(`${tenantId} ${subjectId}`);
    if (known) this.#byId.delete(known.id);
  }

  async #findOrMake(db: Scoped, { tenantId, subjectId }: Subject): Promise<SubjectKey> {
    const find = () =>
      db
        .selectFrom('ledger_subject_key')
        .select(['id', 'wrapped'])
        .where('subject_id', '=', subjectId)
        .where('wrapped', 'is not', null)
        .executeTakeFirst();
    const found = (await find()) ?? (await this.#make(db, { tenantId, subjectId })) ?? (await find());
    if (!found?.wrapped) throw new Error('RecordKeys: a key is there and is not');
    return this.#open(db, tenantId, { id: found.id, wrapped: found.wrapped });
  }

  // Undefined when another process has made one in the same moment.
  async #make(
    db: Scoped,
    { tenantId, subjectId }: Subject,
  ): Promise<{ id: string; wrapped: Buffer | null } | undefined> {
    const id = this.#options.newId();
    const wrapped = wrap(await this.#tenantKey(db, tenantId), randomBytes(keyBytes), `${tenantId}/${id}`);
    const row = { tenant_id: tenantId, id, subject_id: subjectId, wrapped, created_at: this.#options.now() };
    return db
      .insertInto('ledger_subject_key')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning(['id', 'wrapped'])
      .executeTakeFirst();
  }

  async #open(
    db: Scoped,
    tenantId: string,
    row: { readonly id: string; readonly wrapped: Buffer },
  ): Promise<SubjectKey> {
    return subjectKeyOf(row.id, unwrap(await this.#tenantKey(db, tenantId), row.wrapped, `${tenantId}/${row.id}`));
  }

  async #tenantKey(db: Scoped, tenantId: string): Promise<KeyObject> {
    const known = this.#tenantKeys.get(tenantId);
    if (known) return known;
    const context = `tenant:${tenantId}:ledger`;
    const sealed = this.#options.sealer.seal(randomBytes(keyBytes), context);
    await db
      .insertInto('ledger_tenant_key')
      .values({ tenant_id: tenantId, sealed, created_at: this.#options.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await db.selectFrom('ledger_tenant_key').select('sealed').executeTakeFirstOrThrow();
    const key = createSecretKey(this.#options.sealer.unseal(row.sealed, context));
    // One that was made here may be rolled back with its transaction; one that was there before is there for good.
    if (!row.sealed.equals(sealed)) this.#tenantKeys.set(tenantId, key);
    return key;
  }
}

type Subject = { readonly tenantId: string; readonly subjectId: string };

function recall(memory: Map<string, Remembered>, name: string): SubjectKey | undefined {
  const known = memory.get(name);
  if (!known || known.until > performance.now()) return known?.key;
  memory.delete(name);
  return undefined;
}

function remember(memory: Map<string, Remembered>, name: string, key: SubjectKey): void {
  memory.set(name, { key, until: performance.now() + rememberMs });
}

// A SQLSTATE of class 22 or 23: the tenant does not exist, or the id is none. Trying again cannot help.
function isRefused(fault: unknown): fault is Error & { readonly code: unknown } {
  return fault instanceof Error && 'code' in fault && /^2[23]/.test(String(fault.code));
}
