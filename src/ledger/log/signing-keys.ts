import type { Clock, IdMaker } from '../../base/index.ts';
import type { Scoped } from '../../store/index.ts';
import type { Sealer } from '../keys/record-keys.ts';
import { generateSigningKey, type NoteSigner, openSigner } from '../tree/log-signer.ts';

/** What the keys of logs are made and kept with. */
export type KeyMaking = { readonly sealer: Sealer; readonly now: Clock; readonly newId: IdMaker };

// The first is what every reader of logs knows; the second holds against a quantum computer, and says when it signed.
const kinds = ['ed25519', 'ml_dsa_44'] as const;

/** Opens the keys that sign a log now. Opened keys are kept: opening one costs more than signing with it. */
export class SigningKeys {
  readonly #making: KeyMaking;
  readonly #opened = new Map<string, NoteSigner>();

  constructor(making: KeyMaking) {
    this.#making = making;
  }

  /** The keys in use, or none when the log has not begun. */
  async inUse(db: Scoped, origin: string): Promise<readonly NoteSigner[]> {
    const rows = await db
      .selectFrom('ledger_signing_key')
      .select(['id', 'tenant_id', 'kind', 'sealed'])
      .where('retired_at', 'is', null)
      .orderBy('kind')
      .execute();
    return rows.map(({ id, tenant_id: tenantId, kind, sealed }) => {
      const signer =
        this.#opened.get(id) ?? openSigner(origin, kind, this.#making.sealer.unseal(sealed, contextOf(tenantId, id)));
      this.#opened.set(id, signer);
      return signer;
    });
  }

  /** Makes new keys for a log and retires those that were in use. */
  async renew(db: Scoped, tenantId: string, origin: string): Promise<readonly NoteSigner[]> {
    const { sealer, now, newId } = this.#making;
    const createdAt = now();
    await db.updateTable('ledger_signing_key').set({ retired_at: createdAt }).where('retired_at', 'is', null).execute();
    for (const kind of kinds) {
      const id = newId();
      const pkcs8 = generateSigningKey(kind);
      const { vkey } = openSigner(origin, kind, pkcs8);
      const row = { tenant_id: tenantId, id, kind, vkey, sealed: sealer.seal(pkcs8, contextOf(tenantId, id)) };
      await db
        .insertInto('ledger_signing_key')
        .values({ ...row, created_at: createdAt, retired_at: null })
        .execute();
    }
    return this.inUse(db, origin);
  }
}

function contextOf(tenantId: string, id: string): string {
  return `tenant:${tenantId}:log-key:${id}`;
}
