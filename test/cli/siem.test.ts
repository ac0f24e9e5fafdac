import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/index.ts';
import { openStore } from '../../src/store/index.ts';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually } from '../support/http.ts';
import { certificatePem, keyPem, makeIdentity } from '../support/identity.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../support/otlp-receiver.ts';
import { startSyslogReceiver } from '../support/syslog-receiver.ts';
import { ocsfFaults } from '../siem/ocsf-schema.ts';

let folder: string;
let receiver: OtlpReceiver;

beforeEach(async () => {
  folder = await makeFolder();
  receiver = await startOtlpReceiver();
});
afterEach(async () => {
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

const settings = (lines: readonly string[]) =>
  writeFile(join(folder, 'octroi.yaml'), ['siem:', ...lines, ''].join('\n  '));
const bodies = () =>
  receiver.taken.flatMap(({ records }) => records.map(({ body }) => body as { metadata: { uid: string } }));

test('a post that is killed between sending and noting it sends that batch again, and nothing is lost', async () => {
  await writeFile(join(folder, 'headers'), `# for the collector\nX-Token: ${['tok', '1'].join('-')}\n`);
  await settings([`otlp: ${receiver.url}`, 'otlpHeadersFile: headers', 'waitMs: 60000']);
  const first = start(['up', '--json'], { folder });
  let atKill: readonly unknown[] = [];
  // It has sent; it never hears that it was taken.
  receiver.answer = (records) => {
    atKill = [...atKill, records];
    process.kill(first.pid, 'SIGKILL');
    return true;
  };
  await first.done;
  expect(atKill).toHaveLength(1);
  receiver.answer = () => false;
  // The killed process gives no lease back: what it held is another's once the lease has run out.
  await run(['key', 'create', '--person', 'Ada Lovelace'], { folder });
  const exported = await run(['siem', 'export'], { folder });
  const wanted = exported.out.trim().split('\n');
  expect(wanted.map((line) => JSON.parse(line)).flatMap(ocsfFaults)).toEqual([]);
  expect(exported.out).not.toContain('Lovelace');
  await endLeases();
  const second = start(['up', '--json'], { folder });
  await second.until('\n');
  const uids = wanted.map((line) => JSON.parse(line).metadata.uid);
  await eventually(bodies, (events) => uids.every((uid) => events.some(({ metadata }) => metadata.uid === uid)));
  expect(receiver.taken[0]?.headers['x-token']).toBe(['tok', '1'].join('-'));
  await second.stop();
});

test('a post feeds a file and a receiver of CEF over TLS, and the state of both is seen in both languages', async () => {
  const root = await makeIdentity({ name: 'Root' });
  await writeFile(join(folder, 'ca.pem'), certificatePem(root));
  const server = await makeIdentity({ name: 'SIEM', issuer: root, usage: '1.3.6.1.5.5.7.3.1', isLoopback: true });
  const syslog = await startSyslogReceiver({ cert: certificatePem(server), key: await keyPem(server) });
  await settings(['file: events.jsonl', `syslog: ${syslog.url}`, 'syslogFormat: cef', 'caFile: ca.pem']);
  const before = await run(['siem', 'status'], { folder });
  expect(before).toMatchObject({ code: 0, out: expect.stringMatching(/file +events\.jsonl +not begun/) });
  const post = start(['up', '--json'], { folder });
  await post.until('\n');
  await eventually(
    () => syslog.messages.length,
    (count) => count > 1,
  );
  expect(syslog.messages.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^CEF:0\|octroi\|octroi\|/));
  await eventually(
    () => readFile(join(folder, 'events.jsonl'), 'utf8').catch(() => ''),
    (text) => text.includes('policy_in_force'),
  );
  const after = await eventually(
    () => run(['siem', 'status'], { folder }),
    ({ out }) => /file.*up to date/.test(out),
  );
  expect(after.code).toBe(0);
  await syslog.close();
  await run(['key', 'create', '--person', 'Ada'], { folder });
  const failing = await eventually(
    () => run(['siem', 'status', '--json'], { folder }),
    ({ code }) => code === 1,
  );
  expect(JSON.parse(failing.out).receivers).toMatchObject([
    { sink: 'file', address: 'events.jsonl' },
    { sink: 'syslog', state: 'failing', fault: 'siem_unreachable' },
  ]);
  const french = await run(['siem', 'status'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(french.out).toMatch(/syslog +tls:.* +en panne depuis 2/);
  const stopped = await post.stop();
  expect(stopped.err).toContain('"kind":"siem_failing","sink":"syslog","cause":"siem_unreachable"');
});

test('an export follows the log until it is asked to stop; what is asked wrongly is told', async () => {
  await run(['key', 'create', '--person', 'Ada'], { folder });
  const following = start(['siem', 'export', '--format', 'cef', '--follow'], { folder });
  await following.until('|key_created|');
  await run(['contract', 'add', '--upstream', 'https://vendor.example'], { folder, input: 'credential-1\n' });
  await following.until('|contract_added|');
  expect(await following.stop('SIGINT')).toMatchObject({ code: 0, err: '' });
  const later = await run(['siem', 'export', '--since', '2099-01-01'], { folder });
  expect(later).toMatchObject({ code: 0, out: '' });
  const none = expect.stringContaining('no receiver is set');
  expect(await run(['siem', 'status'], { folder })).toMatchObject({ code: 0, err: none });
  for (const wrong of [
    ['--format', 'leef'],
    ['--since', 'yesterday'],
  ]) {
    const refused = await run(['siem', 'export', ...wrong], { folder });
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('cli_option_invalid') });
  }
});

/** As if the time of every lease had passed. */
async function endLeases(): Promise<void> {
  const store = await openStore({ kind: 'embedded', folder: join(folder, 'data'), mode: 'share', now: systemClock });
  const [tenant] = await store.inSystem((db) => db.selectFrom('tenant').select('id').execute());
  const { numUpdatedRows } = await store.inTenant(tenant?.id ?? '', (db) =>
    db
      .updateTable('siem_cursor')
      .set({ leased_until: new Date(0) })
      .where('next_seq', '=', '0')
      .executeTakeFirst(),
  );
  expect(numUpdatedRows).toBe(1n); // It had sent, and its place had not moved.
  await store.close();
}
