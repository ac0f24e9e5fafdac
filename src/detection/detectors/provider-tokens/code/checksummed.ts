import { crc32InBase62 } from '../../../checks/checksums.ts';
import { isRandomLooking } from '../../../reading/value-shape.ts';

// GitHub and npm end a token with the CRC-32 of its random characters, in base 62.
const checksumLength = 6;

export function checksummed(prefix: string, random: string): string {
  return `${prefix}${random}${crc32InBase62(random, checksumLength)}`;
}

/**
 * Whether a token's characters were drawn: its checksum proves it, and without that proof it still looks so.
 *
 * A checksum that fails does not clear a token: one character lost in pasting, and it fails, with all of the rest there.
 */
export function isDrawn(token: string): boolean {
  const drawn = token.slice(token.indexOf('_') + 1);
  const random = drawn.slice(0, -checksumLength);
  return drawn.endsWith(crc32InBase62(random, checksumLength)) || isRandomLooking(drawn, 'strict');
}
