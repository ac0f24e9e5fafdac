import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { openUninspectables } from '../../../src/egress/inspect/uninspectables.ts';
import { closeAll } from '../../support/egress.ts';
import {
  type InspectedProxy,
  secured,
  spoken,
  startInspecting,
  startVendor,
  type Vendor,
  vendorHost,
} from '../../support/inspected.ts';

afterEach(closeAll);

/** A client that takes what `options` says for trusted; what it comes to. */
async function tried({ proxy }: InspectedProxy, { port }: Vendor, options: ConnectionOptions): Promise<string> {
  const { hostname, port: at } = new URL(proxy.url);
  const socket = connectPlain({ host: hostname, port: Number(at) });
  socket.on('error', () => {});
  socket.write(`CONNECT ${vendorHost}:${port} HTTP/1.1\r\nHost: ${vendorHost}:${port}\r\n\r\n`);
  await once(socket, 'data');
  const tls = connectTls({ socket, servername: vendorHost, ...options });
  return new Promise((resolve) => {
    tls.once('secureConnect', () => resolve('taken'));
    tls.once('error', (fault) => resolve('code' in fault ? String(fault.code) : fault.name));
  }).then((outcome) => {
    tls.destroy();
    return outcome as string;
  });
}

function kindsOf({ records }: InspectedProxy): readonly string[] {
  return records.map(({ kind }) => kind);
}

test('a client that does not take the certificate is remembered, told of, and refused from then on', async () => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor);
  expect(await tried(started, vendor, {})).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET/);
  await expect.poll(() => kindsOf(started)).toEqual(['connection_opened', 'host_uninspectable', 'connection_ended']);
  expect(started.records[1]).toMatchObject({
    source: { network: 'reference' },
    host: vendorHost,
    client: expect.stringMatching(/^[0-9a-f]{12}$/),
    reason: expect.stringMatching(/^(unknown_ca|closed)$/),
  });
  expect(await tried(started, vendor, {})).toMatch(/UNRECOGNIZED_NAME/);
  await expect
    .poll(() => started.records.at(-1))
    .toMatchObject({ kind: 'connection_refused', reason: 'egress_client_distrusts' });
  expect(vendor.reached).toEqual([]);
});

test('where they pass by their host, the client sees the host’s own certificate; another program is inspected still', async () => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor, { whenUninspectable: 'pass' });
  const pinned = { ca: [vendor.authority.certificatePem] };
  expect(await tried(started, vendor, pinned)).not.toBe('taken');
  await expect.poll(() => kindsOf(started)).toContain('host_uninspectable');
  expect(await tried(started, vendor, pinned)).toBe('taken');
  const another = await secured(started, vendor, { ALPNProtocols: ['http/1.1'] });
  const head = `GET /v1/models HTTP/1.1\r\nHost: ${vendorHost}:${vendor.port}\r\nConnection: close\r\n\r\n`;
  expect(await spoken(another, head)).toMatch(/200 OK/);
  await expect.poll(() => kindsOf(started)).toContain('requests_inspected');
});

test('it is forgotten after its time, and the oldest when there are too many', () => {
  let at = 0;
  const known = openUninspectables({ lastsMs: 1_000, now: () => new Date(at) });
  known.remember('a');
  expect(known.has('a')).toBe(true);
  at = 1_000;
  expect(known.has('a')).toBe(false);
  for (let count = 0; count < 10_001; count += 1) known.remember(`of ${count}`);
  expect([known.has('of 0'), known.has('of 1')]).toEqual([false, true]);
});
