import { createHmac } from 'node:crypto';
import { BoundedMap, type FingerprintKey, fingerprintKeyOf, keyedFingerprint } from '../../base/index.ts';
import type { StandInKey } from '../../detection/index.ts';

const maxTaken = 200_000;

/**
 * A tenant's stand-ins: the key they are made with, and which of them are taken.
 *
 * It keeps no value, only a keyed fingerprint of it.
 */
export class TenantStandIns {
  readonly key: StandInKey;
  readonly #fingerprintKey: FingerprintKey;
  readonly #taken = new BoundedMap<string, string>(maxTaken);

  constructor(fingerprintKey: FingerprintKey) {
    this.#fingerprintKey = fingerprintKey;
    // Fingerprints go into the ledger and stand-ins to the vendor: neither key tells anything of the other's results.
    this.key = fingerprintKeyOf(createHmac('sha256', fingerprintKey).update('octroi stand-ins 1').digest());
  }

  /** Whether a stand-in is another value's. One that nobody has is not free either when `isInText` says that it stands there. */
  isTaken(standIn: string, value: string, isInText: (standIn: string) => boolean): boolean {
    const taken = this.#taken.get(standIn);
    if (taken !== undefined) return taken !== keyedFingerprint(this.#fingerprintKey, value);
    // A word cannot stand in a text by chance; an address kept for documentation can.
    return !standIn.startsWith('octr0_') && isInText(standIn);
  }

  take(standIn: string, value: string): void {
    if (this.#taken.has(standIn)) return;
    this.#taken.set(standIn, keyedFingerprint(this.#fingerprintKey, value));
  }
}
