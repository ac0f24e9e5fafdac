import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../src/base/index.ts';
import { disablePerson, enablePerson } from '../../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { send } from '../../support/http.ts';
import {
  begin,
  invite,
  password,
  PlainBrowser,
  postForm,
  redeem,
  refresh,
  signInAs,
  signInWays,
} from '../../support/sign-in.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let shiftMs = 0;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({
    store: database.store,
    now: () => new Date(systemClock().getTime() + shiftMs),
    ways: (beside) => signInWays(beside, { OCTROI_SIGN_IN_NOTICE: 'What you send is recorded.' }),
  });
  await invite(post, 'ada@example.com', ['tests', 'billing']);
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

test('discovery names the endpoints of the device flow, on one origin', async () => {
  const answered = await send(post.url, '', { method: 'GET', path: '/.well-known/oauth-authorization-server' });
  expect(answered.status).toBe(200);
  expect(JSON.parse(answered.text)).toMatchObject({
    issuer: post.url,
    device_authorization_endpoint: `${post.url}/oauth/device_authorization`,
    token_endpoint: `${post.url}/oauth/token`,
    revocation_endpoint: `${post.url}/oauth/revoke`,
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
  });
});

test('a client signs in with a person’s approval, sends as that person, and its exchanges are declared so', async () => {
  const { deviceCode, userCode, json } = await begin(post.url);
  expect(json).toMatchObject({
    verification_uri: `${post.url}/device`,
    verification_uri_complete: `${post.url}/device?user_code=${userCode}`,
    expires_in: 600,
    interval: 5,
    login_notice: 'What you send is recorded.',
  });
  expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  expect(Buffer.from(deviceCode, 'base64url').length).toBe(32);
  expect(await redeem(post.url, deviceCode)).toMatchObject({ status: 400, json: { error: 'authorization_pending' } });

  const browser = new PlainBrowser(post.url);
  const filled = await browser.open(`/device?user_code=${userCode}`);
  expect(filled.text).toContain(`value="${userCode}"`);
  expect(filled.headers['content-security-policy']).toContain("default-src 'none'");
  const who = await browser.submit('/device', { user_code: userCode.toLowerCase().replace('-', ' ') });
  expect(who.text).toContain('autocomplete="current-password"');
  const approve = await browser.submit('/device/sign-in', { name: 'Ada@Example.com', password });
  expect(approve.text).toContain('It will send as ada@example.com.');
  expect(approve.text).toContain('claude_code');
  const workspaces = [...approve.text.matchAll(/name="workspace" value="([^"]+)" required \/> (\w+)/g)];
  expect(workspaces.map((match) => match[2])).toEqual(['billing', 'tests']);
  const workspace = workspaces[0]?.[1] ?? '';
  const done = await browser.submit('/device/decide', { workspace, decision: 'approve' });
  expect(done.text).toContain('The assistant is signed in');

  const granted = await redeem(post.url, deviceCode);
  expect(granted.status).toBe(200);
  expect(granted.answered.headers['cache-control']).toBe('no-store');
  expect(granted.json).toMatchObject({ token_type: 'Bearer', expires_in: 3600, email: 'ada@example.com' });
  const access = String(granted.json['access_token']);
  expect((await send(post.url, access)).status).toBe(200);

  const records = await post.records();
  const signedIn = records.find((record) => record.kind === 'client_signed_in');
  expect(signedIn).toMatchObject({ workspaceId: workspace, by: 'password', surface: 'claude_code' });
  const declared = records.findLast((record) => record.kind === 'exchange_declared');
  const { sessionId, personId } = signedIn ?? { sessionId: '', personId: '' };
  expect(declared?.sender).toMatchObject({ keyId: sessionId, personId, workspaceId: workspace });
});

test('a device code gives tokens once', async () => {
  const { deviceCode, userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  await browser.submit('/device', { user_code: userCode });
  const approve = await browser.submit('/device/sign-in', { name: 'ada@example.com', password });
  const workspace = /value="([^"]+)" required/.exec(approve.text)?.[1] ?? '';
  await browser.submit('/device/decide', { workspace, decision: 'approve' });
  const answers = await Promise.all([redeem(post.url, deviceCode), redeem(post.url, deviceCode)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  expect(await redeem(post.url, deviceCode)).toMatchObject({ status: 400, json: { error: 'expired_token' } });
});

test('a person refuses, and the client is told', async () => {
  const { deviceCode, userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  await browser.submit('/device', { user_code: userCode });
  await browser.submit('/device/sign-in', { name: 'ada@example.com', password });
  const done = await browser.submit('/device/decide', { decision: 'deny' });
  expect(done.text).toContain('The sign-in was refused');
  expect(await redeem(post.url, deviceCode)).toMatchObject({ status: 400, json: { error: 'access_denied' } });
});

test('a client that asks too often is told to slow down, and an old code has expired', async () => {
  const { deviceCode, userCode } = await begin(post.url);
  await redeem(post.url, deviceCode);
  expect(await redeem(post.url, deviceCode)).toMatchObject({ status: 400, json: { error: 'slow_down' } });
  shiftMs += 11 * 60_000;
  expect(await redeem(post.url, deviceCode)).toMatchObject({ status: 400, json: { error: 'expired_token' } });
  expect((await new PlainBrowser(post.url).submit('/device', { user_code: userCode })).status).toBe(422);
});

test.each([
  [{ grant_type: 'authorization_code' }, 'unsupported_grant_type'],
  [{}, 'invalid_request'],
  [{ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x' }, 'expired_token'],
])('the token endpoint refuses %j', async (form, error) => {
  expect(await postForm(post.url, '/oauth/token', form as Record<string, string>)).toMatchObject({
    status: 400,
    json: { error },
  });
});

test('without having signed in nobody decides, and not for a workspace of others', async () => {
  const { deviceCode, userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  await browser.submit('/device', { user_code: userCode });
  const workspace = '00000000-0000-0000-0000-000000000000';
  expect((await browser.submit('/device/decide', { workspace, decision: 'approve' })).status).toBe(410);
  await browser.submit('/device/sign-in', { name: 'ada@example.com', password });
  expect((await browser.submit('/device/decide', { workspace, decision: 'approve' })).status).toBe(410);
  expect(await redeem(post.url, deviceCode)).toMatchObject({ json: { error: 'authorization_pending' } });
});

test('a form that another site sends is refused', async () => {
  const { userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
    expect((await browser.submit('/device', { user_code: userCode }, headers)).status).toBe(403);
});

test('a refresh token is replaced; its return within the grace time is two windows, later it ends the session', async () => {
  const { access, refresh: first } = await signInAs(post.url, 'ada@example.com');
  const second = await refresh(post.url, first);
  expect(second.status).toBe(200);
  expect((await refresh(post.url, first)).status).toBe(200);
  expect((await send(post.url, access)).status).toBe(200);
  shiftMs += 31_000;
  expect(await refresh(post.url, first)).toMatchObject({ status: 401, json: { error: 'invalid_grant' } });
  expect((await refresh(post.url, String(second.json['refresh_token']))).status).toBe(401);
  const refused = await send(post.url, String(second.json['access_token']));
  expect(refused).toMatchObject({ status: 401, code: 'gateway_key_revoked' });
  expect(refused.headers['x-should-retry']).toBe('false');
  const ended = (await post.records()).findLast((record) => record.kind === 'client_signed_out');
  expect(ended?.reason).toBe('refresh_reused');
});

test('an access token expires, and a session ends after its days, however often it was refreshed', async () => {
  const tokens = await signInAs(post.url, 'ada@example.com');
  shiftMs += 61 * 60_000;
  expect(await send(post.url, tokens.access)).toMatchObject({ status: 401, code: 'gateway_key_expired' });
  const again = await refresh(post.url, tokens.refresh);
  expect(again.status).toBe(200);
  shiftMs += 30 * 86_400_000;
  expect((await refresh(post.url, String(again.json['refresh_token']))).status).toBe(401);
});

test('signing out ends the session at once, with either token', async () => {
  for (const kind of ['access', 'refresh'] as const) {
    const tokens = await signInAs(post.url, 'ada@example.com');
    expect((await postForm(post.url, '/oauth/revoke', { token: tokens[kind] })).status).toBe(200);
    expect((await send(post.url, tokens.access)).status).toBe(401);
    expect((await refresh(post.url, tokens.refresh)).status).toBe(401);
  }
  expect((await postForm(post.url, '/oauth/revoke', { token: 'nobody has it' })).status).toBe(200);
});

test('a refresh token is no bearer, and an access token refreshes nothing', async () => {
  const tokens = await signInAs(post.url, 'ada@example.com');
  expect((await send(post.url, tokens.refresh)).code).toBe('gateway_credential_unknown');
  expect((await refresh(post.url, tokens.access)).status).toBe(401);
});

test('a person who is shut out loses clients, keys and sign-in at once, and gets them back', async () => {
  const tokens = await signInAs(post.url, 'ada@example.com');
  const which = { tenantId: post.tenant.id, person: 'ada@example.com', actor: 'console' } as const;
  await disablePerson(post.tenancy, which);
  post.directory.forget(post.tenant.id);
  expect((await send(post.url, tokens.access)).code).toBe('gateway_key_revoked');
  expect((await refresh(post.url, tokens.refresh)).status).toBe(401);
  const { userCode } = await begin(post.url);
  const browser = new PlainBrowser(post.url);
  await browser.submit('/device', { user_code: userCode });
  expect((await browser.submit('/device/sign-in', { name: 'ada@example.com', password })).status).toBe(422);
  await enablePerson(post.tenancy, which);
  expect((await browser.submit('/device/sign-in', { name: 'ada@example.com', password })).status).toBe(200);
});

test('nothing of a secret stands in the database', async () => {
  const tokens = await signInAs(post.url, 'ada@example.com');
  const tables = [
    'person_account',
    'person_invite',
    'device_sign_in',
    'sign_in_attempt',
    'client_session',
    'client_token',
    'ledger_record',
  ];
  for (const table of tables) {
    const text = JSON.stringify(await database.asSuper(`select * from ${table}`));
    for (const secret of [tokens.access, tokens.refresh, password, 'ada@example.com'])
      expect(text).not.toContain(secret);
  }
});
