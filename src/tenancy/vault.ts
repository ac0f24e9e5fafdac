import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { tenancyError } from './errors.ts';

/** Seals small secrets for the database under the installation's master key. */
export type Vault = {
  /** Encrypts `secret`; `context` names the place it belongs to, and must be given again to open it. */
  seal(secret: Uint8Array, context: string): Buffer;
  /** @throws tenancy_unseal_failed on another master key, another context, or a changed byte. */
  unseal(sealed: Uint8Array, context: string): Buffer;
};

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random 96-bit nonce. The context is authenticated, so that a sealed value moved to another row
 * does not open. Layout: version, nonce, tag, ciphertext.
 * @param masterKey 32 bytes.
 */
export function openVault(masterKey: Uint8Array): Vault {
  return {
    seal: (secret, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text]);
    },
    unseal: (sealed, context) => {
      const nonce = sealed.subarray(1, 1 + nonceBytes);
      const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
      try {
        if (sealed[0] !== version) throw new Error(`vault: version ${sealed[0]}`);
        const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: tagBytes })
          .setAAD(Buffer.from(context))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]);
      } catch (fault) {
        throw tenancyError('tenancy_unseal_failed', {}, fault);
      }
    },
  };
}
