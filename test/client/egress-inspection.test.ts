import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVendor as startWire, type Vendor as Wire } from '../../src/demo/index.ts';
import { exportRecords, type InspectedRequest } from '../../src/ledger/index.ts';
import { claudeCode, run } from '../support/claude-code.ts';
import { closeAll } from '../support/egress.ts';
import { makeFolder } from '../support/folder.ts';
import { startVendor, type Vendor } from '../support/inspected.ts';
import { inspectedHost, startInspectingPost } from '../support/inspecting-post.ts';

// An address of this machine's own that nothing else listens on, so that the port can be the real one.
const address = '127.0.7.1';
const canary = 'cn-4711-canary';

let claude: string;
let wire: Wire;
let vendor: Vendor;
let post: Awaited<ReturnType<typeof startInspectingPost>>;

beforeAll(async () => {
  claude = await claudeCode();
  const usage = { input: 10, output: 5, cacheRead: 0, cacheCreation: 0 };
  const blocks = [{ type: 'text', text: 'All is done.' }] as const;
  wire = await startWire({
    organizationId: 'org-contract',
    reply: ({ body }) => {
      const { model } = JSON.parse(body.toString()) as { model: string };
      return { kind: 'answer', answer: { id: 'msg_1', model, blocks: [...blocks], usage } };
    },
  });
  // The wire of the stand-in, under the vendor's own name and behind TLS.
  vendor = await startVendor(
    async (request, response, body) => {
      const { method = '', url = '' } = request;
      // The stand-in speaks of messages alone; what else the client looks for is not there.
      if (!url.startsWith('/v1/messages') || body === '') return void response.writeHead(404).end();
      const headers = new Headers({
        'content-type': 'application/json',
        'x-api-key': 'k',
        'anthropic-version': '2023-06-01',
      });
      const answer = await fetch(`${wire.url}${url}`, { method, headers, body });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
      for await (const chunk of answer.body ?? []) response.write(chunk);
      response.end();
    },
    { hosts: [inspectedHost], address, port: 443 },
  );
  post = await startInspectingPost(vendor, { address });
});
afterAll(async () => {
  await closeAll();
  await wire.close();
});

async function asked(environment: Readonly<Record<string, string>>) {
  const folder = await makeFolder();
  await mkdir(join(folder, 'home'));
  const key = ['sk', 'ant', 'api03', 'x'.repeat(24)].join('-');
  const common = {
    PATH: process.env['PATH'] ?? '',
    HOME: join(folder, 'home'),
    ANTHROPIC_API_KEY: key,
    HTTPS_PROXY: post.proxy.url,
    NODE_EXTRA_CA_CERTS: post.authorityFile,
    CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: '1',
  };
  const before = (await requests()).length;
  const ran = await run({ claude, folder, environment: { ...common, ...environment } }, ['-p', `Say ${canary}.`]);
  await expect
    .poll(async () => (await requests()).slice(before).some(({ path }) => path === '/v1/messages'), { timeout: 10_000 })
    .toBe(true);
  return { ...ran, requests: (await requests()).slice(before) };
}

async function requests(): Promise<readonly InspectedRequest[]> {
  const records = await Array.fromAsync(exportRecords(post.tenancy, post.tenantId, { kinds: ['requests_inspected'] }));
  return records.flatMap((text) => JSON.parse(text).requests as readonly InspectedRequest[]);
}

test('Claude Code as it comes: its messages pass, its telemetry is refused, and it works', async () => {
  const { code, output, requests: seen } = await asked({});
  expect([code, output]).toEqual([0, expect.stringContaining('All is done.')]);
  expect(seen).toContainEqual(
    expect.objectContaining({ method: 'POST', path: '/v1/messages', decision: 'pass', status: 200 }),
  );
  const logging = seen.filter(({ path }) => path.startsWith('/api/event_logging'));
  expect(logging).not.toEqual([]);
  expect(new Set(logging.map(({ decision, status }) => `${decision} ${status}`))).toEqual(new Set(['refused 403']));
  expect(vendor.reached.filter(({ path }) => path.startsWith('/api/event_logging'))).toEqual([]);
  expect(vendor.reached.some(({ body }) => body.includes(canary))).toBe(true);
  expect(JSON.stringify(seen)).not.toContain(canary);
});

test('with its telemetry turned off it sends none, and its messages pass', async () => {
  const {
    code,
    output,
    requests: seen,
  } = await asked({ CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_TELEMETRY: '1' });
  expect([code, output]).toEqual([0, expect.stringContaining('All is done.')]);
  expect(seen.filter(({ path }) => path.startsWith('/api/event_logging'))).toEqual([]);
});
