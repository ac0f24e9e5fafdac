import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { afterEach, expect, test } from 'vitest';
import type { RequestsInspected } from '../../../src/ledger/index.ts';
import { closeAll } from '../../support/egress.ts';
import {
  type InspectedProxy,
  secured,
  spoken,
  startInspecting,
  startVendor,
  vendorHost,
} from '../../support/inspected.ts';

afterEach(closeAll);

const canary = 'cn-4711-canary';

function requestsOf({ records }: InspectedProxy) {
  return records.flatMap((record) =>
    record.kind === 'requests_inspected' ? (record as RequestsInspected).requests : [],
  );
}

test('a request passes over HTTP/1.1 with the company’s tenant header in place of the client’s; nothing else of it is kept', async () => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor);
  const tls = await secured(started, vendor, { ALPNProtocols: ['http/1.1'] });
  const heard = await spoken(
    tls,
    [
      `POST /v1/files/${canary}/content?secret=${canary} HTTP/1.1`,
      `Host: ${vendorHost}:${vendor.port}`,
      'Connection: close',
      'ANTHROPIC-Allowed-Org-Ids: theirs',
      'anthropic_allowed_org_ids: theirs',
      'OpenAI-Allowed-Organization-Ids: theirs',
      `X-Canary: ${canary}`,
      `Content-Length: ${canary.length}`,
      '',
      canary,
    ].join('\r\n'),
  );
  expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*answered/);
  expect(vendor.reached).toMatchObject([{ version: '1.1', method: 'POST', body: canary }]);
  const raw = vendor.reached[0]?.raw ?? [];
  const names = raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  expect(names.filter((name) => name.includes('allowed'))).toEqual(['anthropic-allowed-org-ids']);
  expect(raw[raw.indexOf('anthropic-allowed-org-ids') + 1]).toBe('org-ours');
  await expect
    .poll(() => started.records.map(({ kind }) => kind))
    .toEqual(['connection_opened', 'requests_inspected', 'connection_ended']);
  expect(requestsOf(started)).toEqual([
    {
      at: '2026-11-27T00:00:00.000Z',
      method: 'POST',
      path: '/v1/files/{}/content',
      decision: 'pass',
      status: 200,
      bytesOut: canary.length,
      bytesIn: 8,
    },
  ]);
  expect(JSON.stringify(started.records)).not.toContain(canary);
  const ended = started.records.at(-1);
  expect(ended).toMatchObject({ outcome: 'closed', bytesOut: expect.any(Number) });
  expect(ended?.kind === 'connection_ended' && ended.bytesIn > 500).toBe(true);
});

test('over HTTP/2 telemetry is refused with its reason while another stream of the connection passes', async () => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor);
  const tls = await secured(started, vendor, { ALPNProtocols: ['h2', 'http/1.1'] });
  expect(tls.alpnProtocol).toBe('h2');
  const session = connectHttp2(`https://${vendorHost}:${vendor.port}`, { createConnection: () => tls });
  const ask = async (path: string, body: string) => {
    const stream = session.request({ ':method': 'POST', ':path': path, 'anthropic-allowed-org-ids': ['a', 'b'] });
    stream.end(body);
    const [headers] = await once(stream, 'response');
    let text = '';
    for await (const chunk of stream) text += chunk;
    return { headers, text };
  };
  const [refused, passed] = await Promise.all([
    ask('/api/event_logging/v3/batch', canary),
    ask('/v1/messages', canary),
  ]);
  expect(passed).toMatchObject({ headers: { ':status': 200 }, text: 'answered' });
  expect(refused.headers).toMatchObject({ ':status': 403, 'x-octroi-code': 'egress_path_denied' });
  expect(JSON.parse(refused.text).error).toMatchObject({
    message: expect.stringContaining('telemetry'),
    hint: expect.stringMatching(/\S/),
  });
  expect(vendor.reached).toMatchObject([{ version: '2.0', path: '/v1/messages', body: canary }]);
  const { raw = [] } = vendor.reached[0] ?? {};
  expect(raw.filter((_, at) => raw[at - 1] === 'anthropic-allowed-org-ids')).toEqual(['org-ours']);
  session.close();
  await expect.poll(() => started.records.map(({ kind }) => kind)).toContain('connection_ended');
  expect(requestsOf(started).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toMatchObject([
    {
      method: 'POST',
      path: '/api/event_logging/v3/batch',
      decision: 'refused',
      rule: 'telemetry',
      reason: 'egress_path_denied',
      status: 403,
    },
    { method: 'POST', path: '/v1/messages', decision: 'pass', status: 200, bytesOut: canary.length, bytesIn: 8 },
  ]);
});
