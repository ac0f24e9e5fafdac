import { timeOrderedId } from '../../src/base/index.ts';
import type { Store } from '../../src/store/index.ts';

/** A tenant's bare row, for tests that need no more of it. */
export async function makeTenant(store: Store): Promise<string> {
  const id = timeOrderedId();
  const row = { id, name: id, is_demo: false, fingerprint_key_sealed: Buffer.alloc(1), created_at: new Date() };
  await store.inTenant(id, (db) => db.insertInto('tenant').values(row).execute());
  return id;
}
