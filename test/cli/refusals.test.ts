import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

// Assembled here, so that no scanner takes it for a real one.
const vendorKey = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');

test.each([
  ['an unknown command', ['frobnicate'], 2, 'cli_command_unknown'],
  ['an unknown option', ['key', 'list', '--frobnicate'], 2, 'cli_option_unknown'],
  ['a word too many', ['key', 'list', 'more'], 2, 'cli_option_unknown'],
  ['a missing option', ['key', 'create'], 2, 'cli_option_missing'],
  ['a missing word', ['key', 'revoke'], 2, 'cli_option_missing'],
  ['a wrong number', ['key', 'create', '--person', 'a', '--days', 'ten'], 2, 'cli_option_invalid'],
  ['a key for too long', ['key', 'create', '--person', 'a', '--days', '9999'], 1, 'tenancy_expiry_invalid'],
  ['a language there is none of', ['key', 'create', '--person', 'a', '--language', 'de'], 2, 'cli_option_invalid'],
  ['an empty name', ['key', 'create', '--person', '   '], 1, 'tenancy_name_invalid'],
  ['a name that breaks lines', ['key', 'create', '--person', 'a\nb'], 1, 'tenancy_name_invalid'],
  ['a key that does not exist', ['key', 'revoke', 'nonsense'], 1, 'tenancy_key_unknown'],
  ['a contract that does not exist', ['contract', 'resume', 'nonsense'], 1, 'tenancy_contract_unknown'],
  ['a day that is none', ['export', '--from', 'yesterday'], 2, 'cli_option_invalid'],
  ['a day outside the calendar', ['export', '--from', '2026-13-45'], 2, 'cli_option_invalid'],
  ['a kind that does not exist', ['export', '--kind', 'gossip'], 2, 'cli_option_invalid'],
  ['a settings file that is not there', ['key', 'list', '--config', 'nowhere.yaml'], 3, 'cli_settings_unreadable'],
])('%s is told with a code and a hint, in both languages', async (_, args, code, error) => {
  const english = await run(args, { folder });
  expect(english).toMatchObject({ code, out: '' });
  expect(english.err).toMatch(new RegExp(`^octroi: [^]+\\n {2}→ [^]+\\[${error}\\]\\n$`));
  const french = await run(args, { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(french.err).toContain(`[${error}]`);
  expect(french.err).not.toBe(english.err);
  const json = await run([...args, '--json'], { folder });
  expect(JSON.parse(json.out)).toMatchObject({ error: { code: error, hint: expect.stringMatching(/\S/) } });
});

test.each([
  ['a personal login', ['sk', 'ant', 'oat01', 'x'.repeat(20)].join('-'), [], 'tenancy_credential_consumer'],
  ['an admin key', ['sk', 'ant', 'admin01', 'x'.repeat(20)].join('-'), [], 'tenancy_credential_invalid'],
  ['nothing', '', [], 'tenancy_credential_invalid'],
  ['a plain-text address', vendorKey, ['--upstream', 'http://vendor.example'], 'tenancy_upstream_invalid'],
  ['an address with a password', vendorKey, ['--upstream', 'https://a:b@vendor.example'], 'tenancy_upstream_invalid'],
  ['no address', vendorKey, ['--upstream', 'vendor'], 'tenancy_upstream_invalid'],
  ['an organisation that is none', vendorKey, ['--organization', 'a b'], 'tenancy_organization_invalid'],
  ['a file that is not there', vendorKey, ['--credential-file', 'nowhere'], 'cli_file_unreadable'],
])('a contract with %s is refused, and the credential is not repeated', async (_, credential, options, error) => {
  const { code, err } = await run(['contract', 'add', ...options], { folder, input: credential });
  expect(code).not.toBe(0);
  expect(err).toContain(`[${error}]`);
  if (credential !== '') expect(err).not.toContain(credential);
});
