import { crc32InBase62 } from '../../../checks/checksums.ts';
import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const octroi = vendor({
  name: 'octroi',
  url: 'https://www.rfc-editor.org/rfc/rfc8959',
  tokens: [
    {
      id: 'octroi-key',
      keywords: ['oct_'],
      pattern: String.raw`oct_[A-Za-z0-9]{46}(?!\w)`,
      example: () => checksummedSecret('oct_', fake.base62(1, 40)),
      isValid: hasSecretChecksum,
      spares: () => [`oct_${fake.base62(2, 46)}`],
    },
    {
      id: 'octroi-token',
      keywords: ['octa_', 'octr_'],
      pattern: String.raw`oct[ar]_[A-Za-z0-9]{46}(?!\w)`,
      example: () => checksummedSecret('octa_', fake.base62(1, 40)),
      isValid: hasSecretChecksum,
      spares: () => [`octr_${fake.base62(2, 46)}`],
    },
    {
      id: 'octroi-hook-token',
      keywords: ['octh_'],
      pattern: String.raw`octh_[A-Za-z0-9_-]{86}(?![\w-])`,
      example: () => `octh_${fake.base62(1, 86)}`,
      spares: () => [`octh_${fake.base62(2, 60)}`],
    },
  ],
});

function checksummedSecret(prefix: string, secret: string): string {
  return `${prefix}${secret}${crc32InBase62(secret, 6)}`;
}

function hasSecretChecksum(token: string): boolean {
  return token.endsWith(crc32InBase62(token.slice(token.indexOf('_') + 1, -6), 6));
}
