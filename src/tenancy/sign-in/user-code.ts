import { randomInt } from 'node:crypto';
import { sha256Hex } from '../../base/index.ts';

// Consonants that cannot be taken for one another, and spell no word (RFC 8628 §6.1): 34 bits, for ten minutes.
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ';

/** Makes the code a person types or confirms: `BCDF-GHJK`. */
export function makeUserCode(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A user code as it is looked up: however it was typed. */
export function hashUserCode(typed: string): string {
  return sha256Hex(`user code ${typed.toUpperCase().replace(/[^A-Z]/g, '')}`);
}
