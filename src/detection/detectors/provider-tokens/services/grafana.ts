import { crc32InHex } from '../../../checks/checksums.ts';
import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const grafana = vendor({
  name: 'grafana',
  url: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  tokens: [
    {
      id: 'grafana-service-account-token',
      keywords: ['glsa_'],
      pattern: String.raw`glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}(?!\w)`,
      example: () => withCrc(`glsa_${fake.base62(1, 32)}`),
      spares: () => ['glsa_token_for_the_service_account_of_x_deadbeef'],
    },
    {
      id: 'grafana-cloud-token',
      keywords: ['glc_eyj'],
      pattern: String.raw`glc_eyJ[A-Za-z0-9+/]{40,400}={0,2}(?![A-Za-z0-9+/=])`,
      example: () => `glc_eyJ${fake.base62(4, 120)}`,
    },
    {
      id: 'grafana-api-key',
      keywords: ['eyjrijoi'],
      pattern: String.raw`eyJrIjoi[A-Za-z0-9+/]{60,400}={0,2}(?![A-Za-z0-9+/=.])`,
      example: () => `eyJrIjoi${fake.base62(5, 90)}`,
    },
  ],
});

function withCrc(token: string): string {
  return `${token}_${crc32InHex(token)}`;
}
