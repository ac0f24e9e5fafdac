import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, send } from '../support/http.ts';
import { password, PlainBrowser, refresh, signInAs } from '../support/sign-in.ts';

type Listed = { readonly id: string; readonly pseudonym: string };

// Each scene starts a program a dozen times.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('an operator invites a person, who signs a client in, and shuts them out', async () => {
  const post = start(['up', '--json'], { folder });
  const { gatewayUrl } = JSON.parse(await post.until('\n')) as { gatewayUrl: string };
  const invited = await run(['person', 'invite', '--person', 'ada@example.com', '--role', 'lead', '--json'], {
    folder,
  });
  const { link, pseudonym } = JSON.parse(invited.out) as { link: string; pseudonym: string };
  const browser = new PlainBrowser(gatewayUrl);
  await browser.open(link.slice(link.indexOf('/invite')));
  expect((await browser.submit('/invite', { password, repeat: password })).status).toBe(200);
  const tokens = await signInAs(gatewayUrl, 'ada@example.com');
  const settings = await send(gatewayUrl, tokens.access, { method: 'GET', path: '/managed/settings' });
  // Without a contract nothing may be sent, and there is nothing to be governed.
  expect(settings.code).toBe('gateway_contract_missing');
  const listed = await run(['person', 'list'], { folder });
  expect(listed.out).toMatch(new RegExp(`${pseudonym} +default +lead +active +1`));
  expect(await run(['person', 'disable', pseudonym], { folder })).toMatchObject({ code: 0, out: '' });
  await eventually(
    () => refresh(gatewayUrl, tokens.refresh),
    ({ status }) => status === 401,
  );
  expect((await run(['person', 'list', '--json'], { folder })).out).toContain('"state":"disabled"');
  expect(await run(['person', 'enable', 'ada@example.com'], { folder })).toMatchObject({ code: 0 });
  const all = await run(['export'], { folder });
  for (const secret of ['ada@example.com', tokens.access, password]) expect(all.out).not.toContain(secret);
  await post.stop();
});

test('roles and trainings are given by name, pseudonym or id, and told in both languages', async () => {
  const one = { folder };
  const post = start(['up', '--json'], one);
  await post.until('\n');
  await run(['key', 'create', '--person', 'Ada'], one);
  const [{ pseudonym, id }] = JSON.parse((await run(['person', 'list', '--json'], one)).out) as [Listed];
  expect((await run(['person', 'grant', 'ada', 'lead'], one)).err).toContain('ada has the role lead');
  expect(await run(['person', 'grant', pseudonym, 'octroi-dpo', '--json'], one)).toMatchObject({ code: 0 });
  expect((await run(['person', 'list'], one)).out).toMatch(new RegExp(`${pseudonym} .*lead, octroi-dpo +no_account`));
  const french = { folder, environment: { LANG: 'fr_FR.UTF-8' } };
  expect((await run(['person', 'revoke', id, 'lead'], french)).err).toContain('n’a plus le rôle');
  expect((await run(['person', 'revoke', id, 'lead'], french)).err).toContain('tenancy_role_not_held');
  const training = ['training', 'record', pseudonym, '--module', 'ai-basics', '--valid-until'];
  expect((await run([...training, '2027-06-31'], french)).err).toContain('training_day_invalid');
  expect((await run([...training, '2027-06-30', '--document', ' '], one)).err).toContain('training_document_invalid');
  expect((await run(['training', 'list'], one)).out).toBe('');
  expect(await run([...training, '2027-06-30', '--document', 'LMS-4711'], one)).toMatchObject({ code: 0 });
  expect((await run(['training', 'list'], french)).out).toMatch(/VALABLE[^]*ai-basics +2027-06-30 .*LMS-4711/);
  const module = ['training', 'record', pseudonym, '--module', 'AI basics', '--valid-until', '2027-06-30'];
  expect((await run(module, one)).err).toContain('training_module_invalid');
  await post.stop();
});

test.each([
  [['person', 'disable', 'nobody'], 'tenancy_person_unknown'],
  [['person', 'invite', '--person', 'x', '--role', 'octroi-king'], 'tenancy_role_unknown'],
  [['person', 'invite', '--person', 'x', '--role', 'King Lear'], 'tenancy_role_invalid'],
  [['person', 'grant', 'nobody', 'lead'], 'tenancy_person_unknown'],
  [['person', 'revoke', 'nobody', 'lead'], 'tenancy_person_unknown'],
  [['training', 'record', 'nobody', '--module', 'ai', '--valid-until', '2027-01-01'], 'tenancy_person_unknown'],
  [['training', 'record', 'nobody', '--module', 'ai'], 'cli_option_missing'],
  [['person', 'invite'], 'cli_option_missing'],
])('%j is refused', async (words, code) => {
  const { code: exit, err } = await run(words, { folder });
  expect(exit).not.toBe(0);
  expect(err).toContain(code);
});
