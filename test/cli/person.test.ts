import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, send } from '../support/http.ts';
import { password, PlainBrowser, refresh, signInAs } from '../support/sign-in.ts';

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
  const invited = await run(['person', 'invite', '--person', 'ada@example.com', '--role', 'viewer', '--json'], {
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
  expect(listed.out).toMatch(new RegExp(`${pseudonym} +default +viewer +active +1`));
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

test.each([
  [['person', 'disable', 'nobody'], 'tenancy_person_unknown'],
  [['person', 'invite', '--person', 'x', '--role', 'king'], 'tenancy_role_unknown'],
  [['person', 'invite'], 'cli_option_missing'],
])('%j is refused', async (words, code) => {
  const { code: exit, err } = await run(words, { folder });
  expect(exit).not.toBe(0);
  expect(err).toContain(code);
});
