import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../src/base/index.ts';
import { invitePerson } from '../../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { send } from '../../support/http.ts';
import { begin, invite, password, PlainBrowser, signInWays } from '../../support/sign-in.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let shiftMs = 0;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({
    store: database.store,
    now: () => new Date(systemClock().getTime() + shiftMs),
    trustedProxies: ['127.0.0.1'],
    ways: (beside) => signInWays(beside),
  });
  await invite(post, 'ada@example.com');
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

/** Each test comes from an address of its own, as a proxy tells it. */
let address = 0;
function from(): Readonly<Record<string, string>> {
  address += 1;
  return { 'x-forwarded-for': `203.0.113.${address}` };
}

async function newInvite(personName: string): Promise<string> {
  const common = { tenantId: post.tenant.id, workspaceNames: ['tests'], roles: ['viewer'], actor: 'console' } as const;
  return (await invitePerson(post.tenancy, { ...common, personName, language: 'fr' })).secret;
}

async function attempt(headers: Readonly<Record<string, string>>): Promise<PlainBrowser> {
  const { userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  await browser.submit('/device', { user_code: userCode }, headers);
  return browser;
}

test('an invitation opens once, in the language of its person, and its secret leaves the address', async () => {
  const secret = await newInvite('grace@example.com');
  const browser = new PlainBrowser(post.url);
  const page = await browser.open(`/invite?link=${secret}`);
  expect(page.text).toContain('Bienvenue, grace@example.com.');
  expect(page.text).not.toContain(secret);
  const done = await browser.submit('/invite', { password, repeat: password });
  expect(done.text).toContain('Votre compte est prêt');
  expect((await new PlainBrowser(post.url).open(`/invite?link=${secret}`)).status).toBe(410);
});

test.each([
  ['too short', 'fourteen chars', 'fourteen chars'],
  ['not the same twice', password, `${password}!`],
])('a password that is %s is refused, and the invitation stays', async (_, first, second) => {
  const secret = await newInvite('alan@example.com');
  const browser = new PlainBrowser(post.url);
  await browser.open(`/invite?link=${secret}`);
  const refused = await browser.submit('/invite', { password: first, repeat: second });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('role="alert"');
  expect((await browser.submit('/invite', { password, repeat: password })).status).toBe(200);
});

test('an invitation ends after seven days, and when another is made', async () => {
  const first = await newInvite('kay@example.com');
  const second = await newInvite('kay@example.com');
  expect((await new PlainBrowser(post.url).open(`/invite?link=${first}`)).status).toBe(410);
  expect((await new PlainBrowser(post.url).open(`/invite?link=${second}`)).status).toBe(200);
  shiftMs += 8 * 86_400_000;
  expect((await new PlainBrowser(post.url).open(`/invite?link=${second}`)).status).toBe(410);
});

test.each([
  ['a wrong password', 'ada@example.com', 'wrong'],
  ['a name that nobody has', 'nobody@example.com', password],
  ['a person without an account', 'Ada', password],
])('%s is refused in the same words', async (_, name, given) => {
  const headers = from();
  const browser = await attempt(headers);
  const refused = await browser.submit('/device/sign-in', { name, password: given }, headers);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Name and password do not fit');
});

test('an account listens no more after five failures, for a while', async () => {
  const headers = from();
  const browser = await attempt(headers);
  for (let failure = 0; failure < 5; failure += 1)
    await browser.submit('/device/sign-in', { name: 'ada@example.com', password: 'wrong' }, headers);
  const given = { name: 'ada@example.com', password };
  expect((await browser.submit('/device/sign-in', given, headers)).status).toBe(422);
  shiftMs += 61_000;
  expect((await browser.submit('/device/sign-in', given, headers)).status).toBe(200);
});

test('an address that enters too many wrong codes is turned away, and no other is', async () => {
  const { userCode } = await begin(post.url);
  const [guessing, honest] = [from(), from()];
  const browser = new PlainBrowser(post.url);
  for (let guess = 0; guess < 20; guess += 1)
    expect((await browser.submit('/device', { user_code: 'BBBB-BBBB' }, guessing)).status).toBe(422);
  expect((await browser.submit('/device', { user_code: userCode }, guessing)).status).toBe(429);
  expect((await new PlainBrowser(post.url).submit('/device', { user_code: userCode }, honest)).status).toBe(200);
});

test('wrong codes sent at the same time are counted like those sent one by one', async () => {
  const guessing = from();
  const guesses = Array.from({ length: 30 }, () =>
    new PlainBrowser(post.url).submit('/device', { user_code: 'BBBB-BBBB' }, guessing),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test('an address that is right keeps its tries', async () => {
  const headers = from();
  for (let time = 0; time < 21; time += 1) {
    const { userCode } = await begin(post.url);
    const opened = await new PlainBrowser(post.url).submit('/device', { user_code: userCode }, headers);
    expect(opened.status).toBe(200);
  }
});

test('the language is the browser’s, or the one chosen', async () => {
  const browser = new PlainBrowser(post.url, 'fr-FR,fr;q=0.9');
  expect((await browser.open('/device')).text).toContain('<html lang="fr">');
  const back = await browser.open('/device/language/en?back=%2Fdevice%3Fuser_code%3DBCDF-GHJK');
  expect(back.text).toContain('<html lang="en">');
  expect(back.text).toContain('value="BCDF-GHJK"');
  const away = await send(post.url, '', { method: 'GET', path: '/device/language/en?back=https%3A%2F%2Fevil.example' });
  expect(away.headers.location).toBe('/device');
});

test('what a browser sends is shown as text', async () => {
  const page = await new PlainBrowser(post.url).open(`/device?user_code=${encodeURIComponent('"><script>')}`);
  expect(page.text).not.toContain('"><script>');
  expect(page.text).toContain('&#34;&#62;&#60;script&#62;');
});

test.each([
  ['PUT', '/device', 405],
  ['POST', '/.well-known/oauth-authorization-server', 405],
])('%s %s is no way', async (method, path, status) => {
  expect((await send(post.url, '', { method, path, body: 'x', headers: { 'content-length': '1' } })).status).toBe(
    status,
  );
});

test('a form that is too large is refused', async () => {
  const body = `user_code=${'x'.repeat(70_000)}`;
  expect((await send(post.url, '', { path: '/device', body })).status).toBe(413);
});
