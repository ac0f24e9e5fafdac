import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { exportRecords } from '../../src/ledger/index.ts';
import { run } from '../support/cli.ts';
import { closeAll } from '../support/egress.ts';
import { makeFolder } from '../support/folder.ts';
import { startVendor } from '../support/inspected.ts';
import { inspectedHost, startInspectingPost } from '../support/inspecting-post.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(closeAll);

const exec = promisify(execFile);
const canary = 'cn-4711-canary';

test('the post looks into what goes to Anthropic: telemetry refused, the contract’s organisation on every request, no content kept', async () => {
  const vendor = await startVendor((_request, response) => response.end(canary), { hosts: [inspectedHost] });
  const post = await startInspectingPost(vendor);
  const ask = async (path: string) => {
    const words = [
      '-sS',
      '--proxy',
      post.proxy.url,
      '--cacert',
      post.authorityFile,
      '-w',
      '\n%{http_code}',
      '-d',
      canary,
    ];
    const header = ['-H', `X-Api-Key: ${canary}`, '-H', 'Anthropic-Allowed-Org-Ids: theirs'];
    return (await exec('curl', [...words, ...header, `https://${inspectedHost}:${vendor.port}${path}?q=${canary}`]))
      .stdout;
  };
  expect(await ask('/v1/messages')).toBe(`${canary}\n200`);
  expect(await ask('/api/event_logging/v2/batch')).toMatch(/egress_path_denied[\s\S]*\n403$/);
  const raw = vendor.reached[0]?.raw ?? [];
  expect(raw.filter((_, at) => raw[at - 1]?.toLowerCase() === 'anthropic-allowed-org-ids')).toEqual(['org-contract']);
  expect(vendor.reached).toHaveLength(1);
  const records = async (): Promise<readonly string[]> =>
    Array.fromAsync(exportRecords(post.tenancy, post.tenantId, {}));
  await expect.poll(async () => (await records()).filter((text) => text.includes('connection_ended')).length).toBe(2);
  const all = await records();
  const lines = all.map((text) => JSON.parse(text)).filter(({ kind }) => kind === 'requests_inspected');
  expect(lines.flatMap(({ requests }) => requests)).toMatchObject([
    { method: 'POST', path: '/v1/messages', decision: 'pass', status: 200, bytesIn: canary.length },
    { method: 'POST', path: '/api/event_logging/v2/batch', decision: 'refused', rule: 'telemetry', status: 403 },
  ]);
  expect(all.join('\n')).not.toContain(canary);
  // What is not a record either: the whole of every table, as it lies there.
  const tables = await post.database.asSuper(
    "select tablename from pg_tables where schemaname = 'public' or schemaname = current_schema()",
  );
  for (const { tablename } of tables) {
    const rows = await post.database.asSuper(`select t::text as row from "${tablename}" t`);
    expect(JSON.stringify(rows)).not.toContain(canary);
  }
  expect(tables.length).toBeGreaterThan(20);
  const [kept] = await post.database.asSuper('select key_sealed, hosts from inspection_authority');
  expect(kept?.['hosts']).toEqual([inspectedHost]);
  expect(String(kept?.['key_sealed'])).not.toContain('PRIVATE KEY');
});

test('the authority is made once, printed, and followed by another when the list is another', async () => {
  const folder = await makeFolder();
  const authority = (hosts: string, ...args: string[]) =>
    run(['egress', 'authority', ...args], { folder, environment: { OCTROI_EGRESS_INSPECTED: hosts } });
  expect(await authority('')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/egress\.inspected/) });
  const first = await authority('api.anthropic.com');
  const certificate = new X509Certificate(first.out);
  expect(first.err).toContain(certificate.fingerprint256);
  expect((await authority('api.anthropic.com')).out).toBe(first.out);
  const both = JSON.parse((await authority('api.anthropic.com,api.openai.com', '--json')).out);
  expect(both).toMatchObject([
    { hosts: ['api.anthropic.com'], signs: ['api.anthropic.com'] },
    { hosts: ['api.anthropic.com', 'api.openai.com'], signs: ['api.openai.com'] },
  ]);
  expect(JSON.stringify(both)).not.toContain('PRIVATE KEY');
});

test('settings of the inspection that cannot be are told with what they may be', async () => {
  const folder = await makeFolder();
  const wrong = await run(['up'], {
    folder,
    environment: {
      OCTROI_EGRESS_INSPECTED: '*.example.com',
      OCTROI_EGRESS_TENANTS: 'nothing',
      OCTROI_EGRESS_UNINSPECTABLE: 'maybe',
    },
  });
  expect(wrong.code).toBe(3);
  expect(wrong.err).toMatch(/egress\.inspected: api\.example\.com/);
  expect(wrong.err).toMatch(/egress\.tenants: /);
  expect(wrong.err).toMatch(/egress\.uninspectable: refuse \| pass/);
  const file = join(folder, 'none.pem');
  await writeFile(file, 'no certificate');
  const unreadable = await run(['up'], {
    folder,
    environment: {
      OCTROI_EGRESS_MODE: 'enforce',
      OCTROI_EGRESS_PORT: '0',
      OCTROI_EGRESS_INSPECTED: 'api.anthropic.com',
      OCTROI_EGRESS_UPSTREAM_AUTHORITIES: file,
    },
  });
  expect(unreadable).toMatchObject({ code: 3, err: expect.stringMatching(/cli_authorities_unreadable/) });
});
