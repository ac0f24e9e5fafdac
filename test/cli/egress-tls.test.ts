import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tlsPlace } from '../../src/cli/egress/tls-place.ts';
import { enrolDevice, inviteDevice } from '../../src/fleet/index.ts';
import { readFlows } from '../../src/ledger/index.ts';
import { wireDevice } from '../support/device.ts';
import { makeFolder } from '../support/folder.ts';
import { freePort } from '../support/free-port.ts';
import { certificatePem, type Identity, keyPem, makeIdentity } from '../support/identity.ts';
import { startTestPost, type TestPost } from '../support/post.ts';

vi.setConfig({ testTimeout: 60_000 });

const serverUse = '1.3.6.1.5.5.7.3.1';
const callerUse = '1.3.6.1.5.5.7.3.2';

let post: TestPost;
let port: number;
let root: Identity;
let folder: string;
let deviceId: string;
let files: { readonly certificate: string; readonly key: string; readonly callers: string };

beforeAll(async () => {
  [folder, port] = [await makeFolder(), await freePort()];
  root = await makeIdentity({ name: 'Root' });
  const own = await makeIdentity({ name: 'proxy', issuer: root, usage: serverUse, isLoopback: true });
  files = {
    certificate: join(folder, 'proxy.pem'),
    key: join(folder, 'proxy.key'),
    callers: join(folder, 'callers.pem'),
  };
  await writeFile(files.certificate, certificatePem(own));
  await writeFile(files.key, await keyPem(own));
  await writeFile(files.callers, certificatePem(root));
  post = await startTestPost({
    environment: {
      OCTROI_EGRESS_MODE: 'enforce',
      OCTROI_EGRESS_NETWORKS: '10.9.0.0/16',
      OCTROI_EGRESS_TLS_PORT: String(port),
      OCTROI_EGRESS_TLS_CERTIFICATE: files.certificate,
      OCTROI_EGRESS_TLS_KEY: files.key,
      OCTROI_EGRESS_CALLER_AUTHORITIES: files.callers,
    },
  });
  const { tenancy, tenantId } = post;
  const invited = await inviteDevice(tenancy, { tenantId, name: 'PC-0042', days: 1, actor: 'command_line' });
  await post.addContract();
  deviceId = invited.id;
  await enrolDevice(tenancy, { code: invited.code, publicKey: wireDevice().publicKey, system: 'linux' });
});
afterAll(() => post.stop());

async function ask(shown: ConnectionOptions = {}, header = '') {
  const socket = connect({ host: '127.0.0.1', port, ca: certificatePem(root), ...shown });
  await once(socket, 'secureConnect');
  socket.write(`CONNECT claude.ai:443 HTTP/1.1\r\nHost: claude.ai:443\r\n${header}\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(head.toString().slice(9, 12));
}

async function certificateOf(name: string, issuer: Identity) {
  const identity = await makeIdentity({ name, issuer, usage: callerUse });
  return { cert: certificatePem(identity), key: await keyPem(identity) };
}

async function newestSource() {
  const { flows } = await readFlows(post.tenancy, post.tenantId, { from: new Date(0), limit: 1 });
  return flows[0]?.source;
}

test('over TLS as well, whoever is not known must say who they are', async () => {
  expect(await ask()).toBe(407);
  const { key } = await post.makeKey('Ada', 'billing');
  const secret = Buffer.from(`octroi:${key}`).toString('base64');
  expect(await ask({}, `Proxy-Authorization: Basic ${secret}\r\n`)).toBe(403);
  expect(await newestSource()).toMatchObject({ personId: expect.any(String) });
});

test('a certificate of the company’s authority names a workstation, whatever the case of its name', async () => {
  expect(await ask(await certificateOf('pc-0042', root))).toBe(403);
  expect(await newestSource()).toEqual({ deviceId });
});

test('or somebody of whom nothing but a reference is kept', async () => {
  expect(await ask(await certificateOf('ada@example.com', root))).toBe(403);
  const source = await newestSource();
  expect(source).toEqual({ network: expect.any(String) });
  expect(JSON.stringify(source)).not.toContain('ada');
});

test('a certificate of another authority names nobody, and what is said wrongly is not made good by a right one', async () => {
  const foreign = await makeIdentity({ name: 'Root' });
  expect(await ask(await certificateOf('pc-0042', foreign))).toBe(407);
  const wrong = Buffer.from('octroi:oct_nobody').toString('base64');
  expect(await ask(await certificateOf('pc-0042', root), `Proxy-Authorization: Basic ${wrong}\r\n`)).toBe(407);
});

test('what is no certificate, or not the key’s own, is told before anything listens', async () => {
  const settings = (tlsCertificate: string, tlsKey: string) =>
    tlsPlace({ egress: { tlsPort: 1, tlsCertificate, tlsKey, callerAuthorities: '' } });
  const other = join(folder, 'other.key');
  await writeFile(other, await keyPem(root));
  await expect(settings(join(folder, 'nowhere.pem'), files.key)).rejects.toMatchObject({ code: 'cli_file_unreadable' });
  await expect(settings(files.callers, files.key)).rejects.toMatchObject({ code: 'cli_tls_invalid' });
  await expect(settings(files.certificate, other)).rejects.toMatchObject({ code: 'cli_tls_invalid' });
  await writeFile(other, (await readFile(files.key, 'utf8')).slice(0, 60));
  await expect(settings(files.certificate, other)).rejects.toMatchObject({ code: 'cli_tls_invalid' });
});
