import { crc32InBase62 } from '../../../checks/checksums.ts';

// GitHub and npm end a token with the CRC-32 of its random characters, in base 62.
const checksumLength = 6;

export function checksummed(prefix: string, random: string): string {
  return `${prefix}${random}${crc32InBase62(random, checksumLength)}`;
}

export function hasChecksum(token: string): boolean {
  const random = token.slice(token.indexOf('_') + 1, -checksumLength);
  return token.endsWith(crc32InBase62(random, checksumLength));
}
