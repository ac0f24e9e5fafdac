import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';
import { checksummed, isDrawn } from './checksummed.ts';

export const github = vendor({
  name: 'github',
  url: 'https://learn.microsoft.com/en-ie/purview/sit-defn-github-personal-access-token',
  readOn: '2026-11-25',
  tokens: [
    {
      id: 'github-classic-token',
      keywords: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
      pattern: String.raw`gh[pousr]_[A-Za-z0-9]{36}(?!\w)`,
      example: () => checksummed('ghp_', fake.base62(1, 30)),
      isValid: isDrawn,
    },
    {
      id: 'github-fine-grained-token',
      keywords: ['github_pat_'],
      pattern: String.raw`github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?!\w)`,
      example: () => `github_pat_${fake.base62(3, 22)}_${fake.base62(4, 59)}`,
    },
    {
      id: 'github-app-jwt-token',
      keywords: ['ghs_'],
      pattern: String.raw`ghs_\d{1,10}_eyJ[\w-]{10,600}\.[\w-]{10,1200}\.[\w-]{20,600}`,
      example: () => `ghs_12345_eyJ${fake.base64url(5, 30)}.${fake.base64url(6, 60)}.${fake.base64url(7, 86)}`,
    },
  ],
});
