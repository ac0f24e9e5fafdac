import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { expect, test } from 'vitest';
import { type KeptAuthority, makeAuthority, makeLeaf } from '../../../src/egress/inspect/authority.ts';
import { openLeaves } from '../../../src/egress/inspect/leaves.ts';

const hosts = ['api.anthropic.com', 'chatgpt.com'] as const;

/** What a client that trusts the authority says of the certificate made for `made` when it asks for `asked`. */
async function handshake(authority: KeptAuthority, made: string, asked = made): Promise<string> {
  const { certificatePem: cert, keyPem: key } = await makeLeaf(authority, made, new Date());
  const server = createServer({ cert, key }, (socket) => socket.on('error', () => {}).end());
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, servername: asked, ca: authority.certificatePem });
  try {
    await once(socket, 'secureConnect');
    return 'trusted';
  } catch (fault) {
    return (fault as Error).message;
  } finally {
    socket.destroy();
    server.close();
  }
}

test.each(hosts)('a client that trusts the authority trusts its certificate for %s', async (host) => {
  expect(await handshake(await makeAuthority({ hosts, now: new Date() }), host)).toBe('trusted');
});

test.each(['bank.example', 'anthropic.com', 'notchatgpt.com'])(
  'its key, stolen, speaks for no other host: %s',
  async (host) => {
    const authority = await makeAuthority({ hosts, now: new Date() });
    expect(await handshake(authority, host)).toBe('permitted subtree violation');
  },
);

test('a certificate for one host is none for another', async () => {
  const authority = await makeAuthority({ hosts, now: new Date() });
  expect(await handshake(authority, 'chatgpt.com', 'api.anthropic.com')).toContain('does not match certificate');
});

test('two authorities share no key, and neither vouches for the other’s certificates', async () => {
  const [one, other] = [
    await makeAuthority({ hosts, now: new Date() }),
    await makeAuthority({ hosts, now: new Date() }),
  ];
  const leaf = new X509Certificate((await makeLeaf(one, 'chatgpt.com', new Date())).certificatePem);
  expect(leaf.verify(new X509Certificate(one.certificatePem).publicKey)).toBe(true);
  expect(leaf.verify(new X509Certificate(other.certificatePem).publicKey)).toBe(false);
});

test('a certificate is made once a host, shared by all who ask at once, and again the day before it ends', async () => {
  let now = new Date('2026-11-27T00:00:00Z');
  const leaves = openLeaves(await makeAuthority({ hosts, now }), { hosts, now: () => now });
  const [first, second] = await Promise.all([leaves('chatgpt.com'), leaves('chatgpt.com')]);
  expect(second).toBe(first);
  now = new Date('2026-11-28T12:00:00Z');
  expect(await leaves('chatgpt.com')).toBe(first);
  now = new Date('2026-11-29T12:00:00Z');
  const [third, fourth] = await Promise.all([leaves('chatgpt.com'), leaves('chatgpt.com')]);
  expect(third).not.toBe(first);
  expect(fourth).toBe(third);
});

test('no certificate is made for a host that is not inspected', async () => {
  const leaves = openLeaves(await makeAuthority({ hosts, now: new Date() }), { hosts, now: () => new Date() });
  await expect(leaves('bank.example')).rejects.toThrow('not inspected');
});
