import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../src/base/index.ts';
import { grantRole, listPeople, revokeRole } from '../../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { makeFolder } from '../../support/folder.ts';
import { freePort } from '../../support/free-port.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { type Answered, send } from '../../support/http.ts';
import { begin, PlainBrowser, redeem, refresh, signInWays } from '../../support/sign-in.ts';
import { startTestIdp, type TestIdp, walkThroughIdp } from '../../support/test-idp.ts';

let database: TestDatabase;
let idp: TestIdp;
let post: GatewayUnderTest;
let shiftMs = 0;
let base: string;

beforeAll(async () => {
  database = await createDatabase();
  const port = await freePort();
  base = `http://localhost:${port}`;
  idp = await startTestIdp(`${base}/device/callback`);
  const secretFile = join(await makeFolder(), 'secret');
  await writeFile(secretFile, 'a test secret that is long enough for HS256\n');
  post = await startTestGateway({
    store: database.store,
    port,
    publicUrl: base,
    now: () => new Date(systemClock().getTime() + shiftMs),
    ways: (beside) =>
      signInWays(beside, {
        OCTROI_SIGN_IN_ISSUER: idp.issuer,
        OCTROI_SIGN_IN_PROVIDER_NAME: 'Acme',
        OCTROI_SIGN_IN_CLIENT_SECRET_FILE: secretFile,
        OCTROI_SIGN_IN_WORKSPACES: 'cn=pay=billing,web=shop,web=tests',
        OCTROI_SIGN_IN_ROLES: 'security=approver,*=viewer',
      }),
  });
  idp.persons.set('1', { email: 'grace@example.com', groups: ['cn=pay', 'security'] });
  idp.persons.set('2', { email: 'out@example.com', groups: ['sales'] });
  idp.persons.set('3', { email: 'fake@example.com', emailVerified: false, groups: ['web'] });
  idp.persons.set('4', { email: 'two@example.com', groups: ['web'] });
});
afterAll(async () => {
  await post.stop();
  await idp.close();
  await database.drop();
});

/** From the code to the page after the provider. */
async function comeBack(subject: string, userCode: string, browser = new PlainBrowser(post.url)): Promise<Answered> {
  idp.signsIn = subject;
  const who = await browser.submit('/device', { user_code: userCode });
  expect(who.text).toContain('Continue with Acme');
  const sent = await browser.open('/device/provider');
  const back = await walkThroughIdp(String(sent.headers.location));
  return browser.open(back.replace(base, ''));
}

async function tokensOf(subject: string) {
  const { deviceCode, userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  const approve = await comeBack(subject, userCode, browser);
  const workspace = /name="workspace" value="([^"]+)"/.exec(approve.text)?.[1] ?? '';
  await browser.submit('/device/decide', { workspace, decision: 'approve' });
  const { json } = await redeem(post.url, deviceCode);
  return { access: String(json['access_token']), refresh: String(json['refresh_token']), email: json['email'] };
}

async function accountsHere() {
  const people = await listPeople({ tenancy: post.tenancy, tenantId: post.tenant.id });
  return people.filter(({ state }) => state !== 'no_account');
}

test('a person signs in at the company’s provider, into the workspaces and roles of their groups', async () => {
  const tokens = await tokensOf('1');
  expect(tokens.email).toBe('grace@example.com');
  expect((await send(post.url, tokens.access)).status).toBe(200);
  const [account] = await accountsHere();
  expect(account).toMatchObject({ workspaceNames: ['billing'], roles: ['approver', 'viewer'], openSessions: 1 });
  const signedIn = (await post.records()).find((record) => record.kind === 'client_signed_in');
  expect(signedIn?.by).toBe('identity_provider');
});

test('who comes again is the same person, under a new name too, and with the groups of today', async () => {
  idp.persons.set('1', { email: 'grace.hopper@example.com', groups: ['web'] });
  await tokensOf('1');
  const accounts = await accountsHere();
  expect(accounts).toHaveLength(1);
  expect(accounts[0]).toMatchObject({ workspaceNames: ['shop', 'tests'], roles: ['viewer'] });
});

test.each([
  ['2', 403, 'none of your groups'],
  ['3', 403, 'did not say who you are'],
])('the subject %s is refused in words', async (subject, status, text) => {
  const { deviceCode, userCode } = await begin(post.url);
  const refused = await comeBack(subject, userCode);
  expect(refused.status).toBe(status);
  expect(refused.text).toContain(text);
  expect(await redeem(post.url, deviceCode)).toMatchObject({ json: { error: 'authorization_pending' } });
});

test('a return that was not begun here, with another state, or given twice, signs nobody in', async () => {
  const { userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  idp.signsIn = '4';
  await browser.submit('/device', { user_code: userCode });
  const sent = await browser.open('/device/provider');
  const back = (await walkThroughIdp(String(sent.headers.location))).replace(base, '');
  expect((await new PlainBrowser(post.url).open(back)).status).toBe(410);
  const forged = await browser.open(back.replace(/state=[^&]+/, 'state=forged'));
  expect(forged.status).toBe(403);
  expect(forged.text).toContain('not accepted');
  expect((await browser.open(back)).status).toBe(410); // What it is checked against was used up.
});

test('at a refresh the roles follow the groups; those granted by hand stay, and no workspace ends the session', async () => {
  idp.persons.set('5', { email: 'kay@example.com', groups: ['web', 'security'] });
  const tokens = await tokensOf('5');
  const kay = async () => (await accountsHere()).find(({ roles }) => roles.includes('lead'));
  const change = { tenantId: post.tenant.id, person: 'kay@example.com', actor: 'command_line' } as const;
  await grantRole(post.tenancy, { ...change, role: 'lead' });
  expect(await kay()).toMatchObject({ roles: ['approver', 'lead', 'viewer'] });
  await expect(revokeRole(post.tenancy, { ...change, role: 'approver' })).rejects.toMatchObject({
    code: 'tenancy_role_provided',
  });
  idp.persons.set('5', { email: 'kay@example.com', groups: ['web'] });
  shiftMs += 31_000;
  const held = await refresh(post.url, tokens.refresh);
  expect(held.status).toBe(200);
  expect(await kay()).toMatchObject({ roles: ['lead', 'viewer'], workspaceNames: ['shop', 'tests'] });
  expect((await post.records()).findLast((record) => record.kind === 'role_revoked')).toMatchObject({
    role: 'approver',
    source: 'identity_provider',
    actor: 'identity_provider',
  });
  idp.persons.set('5', { email: 'kay@example.com', groups: ['sales'] });
  shiftMs += 31_000;
  expect((await refresh(post.url, String(held.json['refresh_token']))).status).toBe(401);
  expect(await kay()).toMatchObject({ roles: ['lead'], workspaceNames: [], openSessions: 0 });
});

test('a person who has left the provider is signed out at the next refresh', async () => {
  const tokens = await tokensOf('4');
  shiftMs += 31_000;
  const held = await refresh(post.url, tokens.refresh);
  expect(held.status).toBe(200);
  shiftMs += 31_000;
  idp.revokeEverything();
  const left = await refresh(post.url, String(held.json['refresh_token']));
  expect(left).toMatchObject({ status: 401, json: { error: 'invalid_grant' } });
  expect((await send(post.url, String(held.json['access_token']))).code).toBe('gateway_key_revoked');
  expect((await post.records()).findLast((record) => record.kind === 'client_signed_out')?.reason).toBe(
    'deprovisioned',
  );
});

test('while the provider does not answer nobody signs in, nobody is refreshed, and nobody is signed out', async () => {
  const port = await freePort();
  const at = `http://localhost:${port}`;
  const passing = await startTestIdp(`${at}/device/callback`);
  passing.persons.set('1', { email: 'ada@example.com', groups: [] });
  passing.signsIn = '1';
  const secretFile = join(await makeFolder(), 'secret');
  await writeFile(secretFile, 'a test secret that is long enough for HS256');
  const other = await startTestGateway({
    store: database.store,
    port,
    publicUrl: at,
    now: () => new Date(systemClock().getTime() + shiftMs),
    ways: (beside) =>
      signInWays(beside, {
        OCTROI_SIGN_IN_ISSUER: passing.issuer,
        OCTROI_SIGN_IN_CLIENT_SECRET_FILE: secretFile,
      }),
  });
  const { deviceCode, userCode } = await begin(other.url);
  const browser = new PlainBrowser(other.url);
  await browser.submit('/device', { user_code: userCode });
  const sent = await browser.open('/device/provider');
  const back = await walkThroughIdp(String(sent.headers.location));
  const approve = await browser.open(back.replace(at, ''));
  const workspace = /name="workspace" value="([^"]+)"/.exec(approve.text)?.[1] ?? '';
  await browser.submit('/device/decide', { workspace, decision: 'approve' });
  const { json } = await redeem(other.url, deviceCode);
  await passing.close();

  shiftMs += 31_000;
  const away = await refresh(other.url, String(json['refresh_token']));
  expect(away).toMatchObject({ status: 503, json: { error: 'temporarily_unavailable' } });
  expect((await send(other.url, String(json['access_token']))).status).toBe(200);
  const next = await begin(other.url);
  const waiting = new PlainBrowser(other.url);
  await waiting.submit('/device', { user_code: next.userCode });
  const again = await waiting.open('/device/provider');
  // Its metadata are known; what the browser brings back could not be exchanged.
  const unanswered = await waiting.open(`/device/callback?code=x&state=${stateOf(again)}&iss=${passing.issuer}`);
  expect(unanswered.status).toBe(503);
  expect(unanswered.text).toContain('does not answer');
  await other.stop();
});

function stateOf(answered: Answered): string {
  return new URL(String(answered.headers.location)).searchParams.get('state') ?? '';
}

test('neither a password nor a passkey signs anybody in beside a provider', async () => {
  const { userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  await browser.submit('/device', { user_code: userCode });
  expect((await browser.submit('/device/sign-in', { name: 'grace@example.com', password: 'x' })).status).toBe(410);
  expect((await browser.submit('/device/passkey/options', {})).status).toBe(403);
  expect((await browser.submit('/device/passkey', {})).status).toBe(403);
});
