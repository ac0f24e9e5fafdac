import { randomBytes } from 'node:crypto';
import { systemClock, timeOrderedId } from '../../src/base/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openTenancy, type Tenancy } from '../../src/tenancy/index.ts';

/** A tenancy under a master key of its own: what reads and writes the ledger works with. */
export function testTenancy(store: Store, masterKey: Uint8Array = randomBytes(32)): Tenancy {
  return openTenancy({ store, masterKey, now: systemClock, newId: timeOrderedId });
}
