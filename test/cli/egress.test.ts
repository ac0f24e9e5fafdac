import { once } from 'node:events';
import { connect } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeDevicePass } from '../../src/base/device-pass.ts';
import { timeOrderedId } from '../../src/base/index.ts';
import { enrolDevice, inviteDevice, revokeDevice } from '../../src/fleet/index.ts';
import { exportRecords, readFlows } from '../../src/ledger/index.ts';
import { run } from '../support/cli.ts';
import { wireDevice } from '../support/device.ts';
import { makeFolder } from '../support/folder.ts';
import { startTestPost, type TestPost } from '../support/post.ts';

vi.setConfig({ testTimeout: 60_000 });

let post: TestPost;
let key: string;

beforeAll(async () => {
  // Nobody here is trusted for where they are.
  post = await startTestPost({ environment: { OCTROI_EGRESS_MODE: 'enforce', OCTROI_EGRESS_NETWORKS: '10.9.0.0/16' } });
  await post.addContract();
  ({ key } = await post.makeKey('Ada', 'billing'));
});
afterAll(() => post.stop());

async function ask(authority: string, secret?: string) {
  const { hostname, port } = new URL(post.egressUrl ?? '');
  const socket = connect({ host: hostname, port: Number(port) });
  const credential = Buffer.from(`octroi:${secret}`).toString('base64');
  const header = secret === undefined ? '' : `Proxy-Authorization: Basic ${credential}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${header}\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  const text = head.toString();
  return { status: Number(text.slice(9, 12)), ...JSON.parse(text.split('\r\n\r\n')[1] ?? '{}').error };
}

test('whoever is not known by where they are says so by their octroi key', async () => {
  expect(await ask('claude.ai:443')).toMatchObject({ status: 407, code: 'egress_credential_missing' });
  expect(await ask('claude.ai:443', 'oct_nobody')).toMatchObject({ status: 407 });
  expect(await ask('claude.ai:443', key)).toMatchObject({ status: 403, code: 'egress_host_denied' });
});

describe('a workstation says so by its pass', () => {
  const device = wireDevice();
  let deviceId: string;
  const until = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

  beforeAll(async () => {
    const { tenancy, tenantId } = post;
    const invited = await inviteDevice(tenancy, { tenantId, name: 'PC-0042', days: 1, actor: 'command_line' });
    deviceId = invited.id;
    const enrolled = await enrolDevice(tenancy, {
      code: invited.code,
      publicKey: device.publicKey,
      system: 'linux',
    });
    expect(enrolled).toMatchObject({ deviceId });
  });

  test('and is on record as itself', async () => {
    const pass = makeDevicePass(deviceId, until(3_600), device.key);
    expect(await ask('claude.ai:443', pass)).toMatchObject({ status: 403, code: 'egress_host_denied' });
    const { flows } = await readFlows(post.tenancy, post.tenantId, { from: new Date(0), limit: 1 });
    expect(flows).toMatchObject([{ host: 'claude.ai', source: { deviceId } }]);
  });

  test.each([
    ['that is over', () => makeDevicePass(deviceId, until(-1), device.key)],
    ['for longer than a month', () => makeDevicePass(deviceId, until(40 * 86_400), device.key)],
    ['signed by another', () => makeDevicePass(deviceId, until(60), wireDevice().key)],
    ['of a device nobody knows', () => makeDevicePass(timeOrderedId(), until(60), device.key)],
    [
      'that was made longer',
      () => makeDevicePass(deviceId, until(60), device.key).replace(/_\d{10}_/, `_${until(90)}_`),
    ],
    ['with more behind it', () => `${makeDevicePass(deviceId, until(60), device.key)}x`],
  ])('but not by one %s', async (_, pass) => {
    expect(await ask('claude.ai:443', pass())).toMatchObject({ status: 407, code: 'egress_credential_missing' });
  });

  test('and no longer once it is revoked', async () => {
    await revokeDevice(post.tenancy, { tenantId: post.tenantId, deviceId, actor: 'command_line' });
    const pass = makeDevicePass(deviceId, until(3_600), device.key);
    expect(await ask('claude.ai:443', pass)).toMatchObject({ status: 407 });
  });
});

test.each([
  ['claude.ai', 'consumer-web'],
  ['chatgpt.com', 'consumer-web'],
  ['gemini.google.com', 'consumer-web'],
  ['api.anthropic.com', 'only-through-the-gateway'],
  ['api.individual.githubcopilot.com', 'plan-not-held'],
])('by octroi’s own policy %s is refused: %s', async (host, rule) => {
  const refused = await ask(`${host}:443`, key);
  expect(refused).toMatchObject({ status: 403, code: 'egress_host_denied' });
  expect(refused.message).toContain(rule);
});

test('a refused connection is on record, of the person, with what the catalogue knows', async () => {
  await ask('chat.mistral.ai:443', key);
  const records = [];
  for await (const text of exportRecords(post.tenancy, post.tenantId, { kinds: ['connection_refused'] }))
    records.push(JSON.parse(text));
  expect(records.findLast(({ host }) => host === 'chat.mistral.ai')).toMatchObject({
    vendor: 'mistral',
    purpose: 'consumer-web',
    audience: 'consumer',
    rule: 'consumer-web',
    source: { personId: expect.any(String) },
  });
});

const explain = (...args: string[]) => makeFolder().then((folder) => run(['egress', 'explain', ...args], { folder }));

test('a connection is explained before anybody makes it', async () => {
  const refused = await explain('CLAUDE.ai.', '--json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({
    host: 'claude.ai',
    port: 443,
    effect: 'refuse',
    rule: 'consumer-web',
  });
  expect((await explain('nobody.example:22')).code).toBe(1);
  const french = await run(['egress', 'explain', 'claude.ai'], {
    folder: await makeFolder(),
    environment: { LANG: 'fr_FR.UTF-8' },
  });
  expect(french.out).toMatch(/refusé/);
  expect(await explain('10.0.0.1')).toMatchObject({ code: 1 });
});

test('settings of the forward proxy that cannot be are told with what they may be', async () => {
  const wrong = await run(['up'], {
    folder: await makeFolder(),
    environment: { OCTROI_EGRESS_MODE: 'loud', OCTROI_EGRESS_WARNED: 'nothing', OCTROI_EGRESS_NETWORKS: 'home/99' },
  });
  expect(wrong.code).toBe(3);
  expect(wrong.err).toMatch(/egress\.mode: off \| observe/);
  expect(wrong.err).toMatch(/egress\.warned: consumer-web/);
  expect(wrong.err).toMatch(/egress\.networks/);
});

test('a log is imported once, and what it told is shown day by day', async () => {
  const folder = await makeFolder();
  const second = Math.floor(Date.now() / 1_000);
  const line = `${second}.000 120 10.0.0.7 TCP_TUNNEL/200 512 CONNECT claude.ai:443 - HIER_DIRECT/1.2.3.4 -`;
  const log = join(folder, 'access.log');
  await writeFile(log, `${line}\nnot a line of any log\n`);
  const octroi = (...args: string[]) => run(['egress', ...args], { folder });
  expect((await octroi('sightings')).err).toMatch(/no imported log/);
  const [first] = JSON.parse((await octroi('import', log, '--json')).out);
  expect(first).toMatchObject({ format: 'squid', taken: 1, repeated: 0, malformed: 1, malformedAt: [2] });
  expect((await octroi('import', log)).err).toMatch(/new 0.*known 1/s);
  const { sightings, imports } = JSON.parse((await octroi('sightings', '--json')).out);
  expect(sightings).toMatchObject([{ host: 'claude.ai', vendor: 'anthropic', audience: 'consumer', flows: 1 }]);
  expect(imports).toHaveLength(2);
  const shown = await octroi('sightings', '--days', '1');
  expect(shown.out).toMatch(/claude\.ai/);
  expect(shown.err).toMatch(/unreadable lines, the first of them: 2/);
  expect(await octroi('import', join(folder, 'nowhere'))).toMatchObject({
    code: 3,
    err: expect.stringMatching(/cli_file_unreadable/),
  });
  expect((await octroi('import', log, '--format', 'morse')).err).toMatch(/cli_option_invalid/);
});
