import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const gitlab = vendor({
  name: 'gitlab',
  url: 'https://gitlab.com/groups/gitlab-org/-/epics/8923',
  readOn: '2026-11-25',
  tokens: [
    {
      id: 'gitlab-personal-token',
      keywords: ['glpat-'],
      pattern: String.raw`glpat-[\w-]{20}(?:[\w-]{7,300}\.[0-9a-z]{2}\.?[0-9a-z]{7,9})?(?![\w-])`,
      example: () => `glpat-${fake.base64url(1, 20)}`,
    },
    {
      id: 'gitlab-oauth-secret',
      keywords: ['gloas-'],
      pattern: String.raw`gloas-[0-9a-f]{64}(?!\w)`,
      example: () => `gloas-${fake.hex(2, 64)}`,
    },
    {
      id: 'gitlab-deploy-token',
      keywords: ['gldt-'],
      pattern: String.raw`gldt-[\w-]{20}(?![\w-])`,
      example: () => `gldt-${fake.base64url(3, 20)}`,
    },
    {
      id: 'gitlab-runner-token',
      keywords: ['glrt-', 'glrtr-'],
      pattern: String.raw`glrtr?-(?:t\d_)?[\w-]{20,27}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?(?![\w-])`,
      example: () => `glrt-${fake.base64url(4, 20)}`,
    },
    {
      id: 'gitlab-ci-job-token',
      keywords: ['glcbt-'],
      pattern: String.raw`glcbt-[0-9a-zA-Z]{1,5}_[\w-]{20}(?![\w-])`,
      example: () => `glcbt-${fake.hex(5, 2)}_${fake.base64url(6, 20)}`,
    },
    {
      id: 'gitlab-trigger-token',
      keywords: ['glptt-'],
      pattern: String.raw`glptt-[0-9a-f]{40}(?!\w)`,
      example: () => `glptt-${fake.hex(7, 40)}`,
    },
    {
      id: 'gitlab-feed-token',
      keywords: ['glft-'],
      pattern: String.raw`glft-[\w-]{20}(?![\w-])`,
      example: () => `glft-${fake.base64url(8, 20)}`,
    },
    {
      id: 'gitlab-mail-token',
      keywords: ['glimt-'],
      pattern: String.raw`glimt-[0-9a-z]{25}(?!\w)`,
      example: () => `glimt-${fake.base36(9, 25)}`,
    },
    {
      id: 'gitlab-agent-token',
      keywords: ['glagent-'],
      pattern: String.raw`glagent-[\w-]{50,60}(?![\w-])`,
      example: () => `glagent-${fake.base64url(10, 50)}`,
    },
    {
      id: 'gitlab-scim-token',
      keywords: ['glsoat-'],
      pattern: String.raw`glsoat-[\w-]{20}(?![\w-])`,
      example: () => `glsoat-${fake.base64url(11, 20)}`,
    },
    {
      id: 'gitlab-feature-flags-token',
      keywords: ['glffct-'],
      pattern: String.raw`glffct-[\w-]{20}(?![\w-])`,
      example: () => `glffct-${fake.base64url(12, 20)}`,
    },
    {
      id: 'gitlab-registration-token',
      keywords: ['gr0000000'],
      pattern: String.raw`GR1348941[\w-]{20}(?![\w-])`,
      example: () => `GR1348941${fake.base64url(13, 20)}`,
    },
  ],
});
