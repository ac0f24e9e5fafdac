import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignIn } from '../../src/cli/client-sign-in.ts';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import { buildConsole } from '../../src/console-api/index.ts';
import {
  disablePerson,
  ensureTenant,
  openAttempt,
  beginDevice,
  type SignIn,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { makeFolder } from '../support/folder.ts';
import { freePort } from '../support/free-port.ts';
import { accountsOf } from '../support/person-sign-in.ts';
import { retainedOf } from '../support/retained.ts';
import { rulesInForce } from '../support/rules.ts';
import { PlainBrowser } from '../support/sign-in.ts';
import { startTestIdp, type TestIdp, walkThroughIdp } from '../support/test-idp.ts';

let database: TestDatabase;
let idp: TestIdp;
let tenancy: Tenancy;
let signIn: SignIn;
let url: string;
let close: () => Promise<unknown>;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  const tenant = await ensureTenant(tenancy, 'tenant');
  const port = await freePort();
  url = `http://localhost:${port}`;
  idp = await startTestIdp(`${url}/api/sign-in/callback`);
  const secretFile = join(await makeFolder(), 'secret');
  await writeFile(secretFile, 'a test secret that is long enough for HS256');
  const settings = readSettings({
    file: undefined,
    environment: {
      OCTROI_SIGN_IN_ISSUER: idp.issuer,
      OCTROI_SIGN_IN_PROVIDER_NAME: 'Acme',
      OCTROI_SIGN_IN_CLIENT_SECRET_FILE: secretFile,
      OCTROI_SIGN_IN_WORKSPACES: 'staff=default',
      OCTROI_SIGN_IN_ROLES: 'security=octroi-security',
    },
  });
  const opened = await openSignIn({ settings, tenancy, tenant });
  signIn = opened.signIn;
  const server = buildConsole({
    ...accountsOf(tenancy, tenant.id),
    ...retainedOf(tenancy, tenant.id),
    personSignIn: { ...opened, language: 'en', passkeyHost: 'localhost' },
    store: database.store,
    tenancy,
    directory: { forget: () => {} },
    rules: rulesInForce(),
    gatewayUrl: 'http://localhost:1',
    version: '0',
    staticFolder: '/nowhere',
    isHttps: false,
    about: { program: 'octroi', options: '' },
    hosts: ['localhost'],
    tell: () => {},
  });
  await server.listen({ host: 'localhost', port });
  close = () => server.close();
  idp.persons.set('1', { email: 'grace@example.com', groups: ['staff', 'security'] });
  idp.persons.set('2', { email: 'joe@example.com', groups: ['staff'] });
  idp.persons.set('3', { email: 'out@example.com', groups: [] });
});
afterAll(async () => {
  await close();
  await idp.close();
  await database.drop();
});

/** Goes to the provider and comes back; resolves with where the browser is sent and its session. */
async function comeBack(subject: string, browser = new PlainBrowser(url)) {
  idp.signsIn = subject;
  const sent = await browser.open('/api/sign-in/provider');
  const back = await walkThroughIdp(String(sent.headers.location));
  const { status } = await browser.open(back.replace(url, ''));
  return { status, back, browser, session: await browser.open('/api/session') };
}

test('a person with a role of their group signs in at the provider, and is who they are there', async () => {
  const ways = await new PlainBrowser(url).open('/api/sign-in');
  expect(JSON.parse(ways.text)).toEqual({ providerName: 'Acme', hasAccounts: false, hasPasskeys: false });
  const { session } = await comeBack('1');
  expect(JSON.parse(session.text)).toMatchObject({
    person: { name: 'grace@example.com' },
    roles: ['octroi-security'],
    rights: ['read', 'policy', 'keys', 'contracts', 'devices', 'trainings', 'exemptions', 'evidence'],
  });
});

test.each([['who works nowhere here', '3', 'console_role_missing']])(
  'somebody %s is sent to the page that says so',
  async (_, subject, code) => {
    const browser = new PlainBrowser(url);
    idp.signsIn = subject;
    const sent = await browser.open('/api/sign-in/provider');
    const back = await walkThroughIdp(String(sent.headers.location));
    const answered = await fetch(back, {
      redirect: 'manual',
      headers: { cookie: `octroi_console_attempt=${browser.cookie('octroi_console_attempt')}` },
    });
    expect([answered.status, answered.headers.get('location')]).toEqual([303, `/sign-in#refused=${code}`]);
    expect(answered.headers.getSetCookie()).toEqual([]);
  },
);

test('a return without its beginning, or given twice, or with a device’s attempt, signs nobody in', async () => {
  const { back, browser } = await comeBack('1');
  const returned = async (cookie: string) => {
    const answered = await fetch(back, { redirect: 'manual', headers: { cookie } });
    return answered.headers.get('location');
  };
  const refused = '/sign-in#refused=console_sign_in_refused';
  expect(await returned('')).toBe(refused);
  expect(await returned(`octroi_console_attempt=${browser.cookie('octroi_console_attempt')}`)).toBe(refused);
  const { userCode } = await beginDevice(signIn, undefined);
  expect(await returned(`octroi_console_attempt=${await openAttempt(signIn, userCode)}`)).toBe(refused);
});

test('neither a password nor a passkey signs anybody in beside a provider', async () => {
  const post = async (path: string, body: object) =>
    (
      await fetch(`${url}/api/sign-in/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
    ).status;
  expect(await post('password', { name: 'grace@example.com', password: 'x' })).toBe(403);
  expect(await post('passkey/options', {})).toBe(403);
  expect(await post('passkey', {})).toBe(403);
});

test('somebody who was shut out is not let in by the provider', async () => {
  const which = { tenantId: signIn.tenantId, person: 'grace@example.com', actor: 'command_line' } as const;
  const { session } = await comeBack('1');
  expect(session.status).toBe(200);
  await disablePerson(tenancy, which);
  expect((await comeBack('1')).session.status).toBe(401);
});
