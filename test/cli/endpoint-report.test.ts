import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inviteDevice, readDevice, readFleet } from '../../src/fleet/index.ts';
import { bundle, pinnedKey, signed } from '../support/bundle.ts';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { layOut } from '../support/workstation.ts';

vi.setConfig({ testTimeout: 60_000 });

let post: TestPost;
let folder: string;
let root: string;
let served: string;

beforeAll(async () => {
  folder = await makeFolder();
  served = join(folder, 'served.json');
  post = await startTestPost({ environment: { OCTROI_FLEET_BUNDLE_FILE: served } });
  root = (await layOut('gateway-profile')).root;
  await mkdir(join(root, 'home/alice'), { recursive: true });
  await writeFile(join(root, 'home/alice/.claude.json'), '{"userID": "0123456789abcdef0123"}');
});
afterAll(async () => {
  await post.stop();
  for (const made of [folder, root]) await rm(made, { recursive: true, force: true });
});

async function invite(name: string): Promise<string> {
  const { tenancy, tenantId } = post;
  return (await inviteDevice(tenancy, { tenantId, name, days: 1, actor: 'command_line' })).code;
}

const stateOf = (name: string): string => join(folder, name);
const asked = (...args: string[]) => run(args, { folder });

const enrol = async (name: string, gateway = post.gatewayUrl, ...more: string[]) =>
  asked('endpoint', 'enrol', '--gateway', gateway, '--code', await invite(name), '--state', stateOf(name), ...more);

const report = (name: string, ...more: string[]) =>
  asked('endpoint', 'report', '--root', root, '--state', stateOf(name), '--json', ...more);

const deviceIdOf = async (name: string): Promise<string> =>
  JSON.parse(await readFile(join(stateOf(name), 'device.json'), 'utf8')).deviceId;

test('a workstation enrols once and reports what decides each control, naming nobody', async () => {
  expect(await enrol('alices')).toMatchObject({ code: 0 });
  expect((await stat(join(stateOf('alices'), 'device.json'))).mode & 0o777).toBe(0o600);
  const { code, out } = await report('alices');
  expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, sent: [1], waiting: [] });
  const { tenancy, tenantId } = post;
  const view = await readDevice(tenancy, tenantId, await deviceIdOf('alices'));
  expect(view.report).toMatchObject({ system: 'linux', clientDeviceIds: ['0123456789abcdef0123'] });
  expect(view.report?.verdicts.filter(({ file }) => file !== null).length).toBeGreaterThan(3);
  expect(JSON.stringify(view.report)).not.toMatch(/alice/i);
  const fleet = await readFleet(tenancy, tenantId, { now: new Date(), staleAfterHours: 72 });
  expect(fleet.devices.find(({ name }) => name === 'alices')).toMatchObject({ isSilent: false, standing: 'enrolled' });
});

test('enrolling again takes a word for it, and so does reporting without having enrolled', async () => {
  const code = await invite('alices again');
  const enrolling = ['endpoint', 'enrol', '--gateway', post.gatewayUrl, '--code', code, '--state', stateOf('alices')];
  const refused = await asked(...enrolling);
  expect(refused.code).toBe(3);
  expect(refused.err).toMatch(/\[endpoint_device_enrolled\]/);
  const before = await deviceIdOf('alices');
  expect((await asked(...enrolling, '--again')).code).toBe(0);
  expect(await deviceIdOf('alices')).not.toBe(before);
  const never = await report('never');
  expect(never.code).toBe(3);
  expect(never.out).toContain('endpoint_device_missing');
});

test('a code that is not taken leaves the workstation unenrolled', async () => {
  const named = ['--gateway', post.gatewayUrl, '--code', 'octe_none', '--state', stateOf('refused')];
  const refused = await asked('endpoint', 'enrol', ...named);
  expect(refused.code).toBe(3);
  expect(refused.err).toMatch(/\[gateway_device_code_unknown\].*\[endpoint_device_refused\]/s);
  const french = await run(['endpoint', 'enrol', ...named], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(french.err).toMatch(/Ce code d’inscription n’ouvre rien/);
  expect((await report('refused')).out).toContain('endpoint_device_missing');
});

test('reports wait for a post that is away, and go in their order, once', async () => {
  await enrol('offline');
  const file = join(stateOf('offline'), 'device.json');
  const identity = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...identity, gateway: 'http://127.0.0.1:1' }));
  for (const waiting of [[1], [1, 2]]) {
    const { code, out } = await report('offline');
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, sent: [], waiting, cause: expect.any(String) });
  }
  const made = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...made, gateway: post.gatewayUrl }));
  expect(JSON.parse((await report('offline')).out)).toMatchObject({ sent: [1, 2, 3], waiting: [] });
  expect(await readdir(join(stateOf('offline'), 'reports'))).toEqual([]);
});

test('an answer that gets lost is asked for again: nothing is taken twice', async () => {
  // Stands before the post and lets the first answer of each way disappear.
  const lost = new Set<string>();
  const between = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' };
      const url = `${post.gatewayUrl}${request.url}`;
      const answer = await fetch(url, { method: 'POST', headers, body: Buffer.concat(chunks) });
      const text = await answer.text();
      if (!lost.has(String(request.url))) {
        lost.add(String(request.url));
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    })();
  });
  await new Promise<void>((resolve) => void between.listen(0, '127.0.0.1', () => resolve()));
  const gateway = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
  const code = await invite('lossy');
  const enrolling = ['endpoint', 'enrol', '--gateway', gateway, '--code', code, '--state', stateOf('lossy')];
  expect((await asked(...enrolling)).err).toMatch(/\[endpoint_post_unreachable\]/);
  expect((await asked(...enrolling)).code).toBe(0);
  expect(JSON.parse((await report('lossy')).out)).toMatchObject({ sent: [], waiting: [1] });
  expect(JSON.parse((await report('lossy')).out)).toMatchObject({ sent: [1, 2], waiting: [] });
  const view = await readDevice(post.tenancy, post.tenantId, await deviceIdOf('lossy'));
  expect(view.reports.map(({ sequence }) => sequence)).toEqual([2, 1]);
  between.closeAllConnections();
  between.close();
});

const installedOf = async (name: string): Promise<string> => readFile(join(stateOf(name), 'bundle.json'), 'utf8');
const trust = (name: string, ...keys: string[]) =>
  writeFile(join(stateOf(name), 'trust.json'), JSON.stringify({ keys }));
const hour = 3_600_000;

test('with its answer the post hands out the policy’s bundle, to workstations that trust its key', async () => {
  const file = signed(bundle({ at: new Date(Date.now() - hour) }));
  await writeFile(served, file);
  await enrol('bundled');
  expect(JSON.parse((await report('bundled')).out)).not.toHaveProperty('policyVersion');
  await expect(installedOf('bundled')).rejects.toThrow('ENOENT');
  await trust('bundled', pinnedKey);
  expect(JSON.parse((await report('bundled')).out)).toMatchObject({ policyVersion: expect.any(String) });
  expect(await installedOf('bundled')).toBe(file);
  expect(JSON.parse((await report('bundled')).out)).not.toHaveProperty('policyVersion');
  const view = await readDevice(post.tenancy, post.tenantId, await deviceIdOf('bundled'));
  expect(view.report?.bundle).toMatchObject({ policyVersion: bundle().policyVersion });
});

test('a bundle older than the installed one, or of another key, is refused and changes nothing', async () => {
  const newer = signed(bundle({ at: new Date(Date.now() - hour) }));
  await writeFile(served, newer);
  await enrol('rolled');
  await trust('rolled', pinnedKey);
  await report('rolled');
  await writeFile(served, signed(bundle({ at: new Date(Date.now() - 2 * hour) })));
  const older = await report('rolled');
  expect(older.code).toBe(3);
  expect(older.out).toContain('endpoint_bundle_older');
  await trust('rolled', Buffer.alloc(32, 7).toString('base64'));
  expect((await report('rolled')).out).toContain('policy_bundle_key_not_pinned');
  expect(await installedOf('rolled')).toBe(newer);
  const fleet = await readFleet(post.tenancy, post.tenantId, { now: new Date(), staleAfterHours: 72 });
  expect(fleet.devices.find(({ name }) => name === 'rolled')).toMatchObject({ isSilent: false });
});

test('an address in the clear, and a rhythm there is not, are refused', async () => {
  const clear = await asked('endpoint', 'enrol', '--gateway', 'http://octroi.example', '--code', 'x');
  expect(clear).toMatchObject({ code: 2 });
  expect(await report('alices', '--every', '1')).toMatchObject({ code: 2 });
});

test.each([
  ['systemd', /ExecStart=.* endpoint report --all-users\n/],
  ['launchd', /<string>report<\/string>\n\s*<string>--all-users<\/string>/],
  ['schtasks', /<Arguments>.*endpoint report --all-users<\/Arguments>/],
] as const)('the files for %s run the report', async (kind, command) => {
  const { code, out } = await asked('endpoint', 'service', '--print', kind, '--every', '30');
  expect(code).toBe(0);
  expect(out).toMatch(command);
});

test('a service of another kind is refused', async () => {
  expect(await asked('endpoint', 'service', '--print', 'cron')).toMatchObject({ code: 2 });
});
