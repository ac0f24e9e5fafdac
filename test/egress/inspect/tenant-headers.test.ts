import { expect, test } from 'vitest';
import { withTenantHeaders } from '../../../src/egress/inspect/tenant-headers.ts';

const known = ['anthropic-allowed-org-ids', 'ChatGPT-Allowed-Workspace-Id', 'sec-GitHub-allowed-enterprise'];
const ours = new Map([['anthropic-allowed-org-ids', 'org-of-the-company']]);

test.each([
  ['in our letters', ['anthropic-allowed-org-ids', 'mine']],
  ['in other letters', ['Anthropic-Allowed-ORG-Ids', 'mine']],
  ['with underscores', ['anthropic_allowed_org_ids', 'mine']],
  ['with some underscores', ['Anthropic-Allowed_Org-Ids', 'mine']],
  ['twice', ['anthropic-allowed-org-ids', 'mine', 'Anthropic-allowed-org-ids', 'org-of-the-company']],
  ['empty', ['anthropic-allowed-org-ids', '']],
])('what the client wrote %s is gone, and ours stands once', (_, said) => {
  expect(withTenantHeaders(['accept', '*/*', ...said, 'x-app', 'cli'], { known, ours })).toEqual([
    'accept',
    '*/*',
    'x-app',
    'cli',
    'anthropic-allowed-org-ids',
    'org-of-the-company',
  ]);
});

test('a restriction the company does not set is not the client’s to set either', () => {
  const raw = ['chatgpt-allowed-workspace-id', 'mine', 'SEC_GITHUB_ALLOWED_ENTERPRISE', 'mine'];
  expect(withTenantHeaders(raw, { known, ours: new Map() })).toEqual([]);
});

test('a name the catalogue does not know yet is overwritten where the company sets it', () => {
  const set = new Map([['X-New-Restriction', 'company']]);
  expect(withTenantHeaders(['x-new-restriction', 'mine'], { known: [], ours: set })).toEqual([...set].flat());
});

test('everything else stays as it was written: order, letters, repetitions', () => {
  const raw = ['Cookie', 'a=1', 'cookie', 'b=2', 'X_Thing', 'y', 'anthropic-allowed-org-ids-of', 'z'];
  expect(withTenantHeaders(raw, { known, ours: new Map() })).toEqual(raw);
});
