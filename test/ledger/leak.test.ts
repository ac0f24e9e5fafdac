import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OctroiError } from '../../src/base/index.ts';
import { readScenarios } from '../../src/cli/read-scenarios.ts';
import type { PostEvent } from '../../src/cli/post-event.ts';
import { exportLog, exportRecords, proveRecord } from '../../src/ledger/index.ts';
import { errorText } from '../../src/messages/index.ts';
import { eventually, send } from '../support/http.ts';
import { newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { bodyOf, iban, newSession, password, token } from '../support/sensitive.ts';

const person = 'ada.lovelace@example.com';
const path = '/home/ada/shop-web/secrets/payroll-2026.csv';
const address = '192.0.2.77';

let post: TestPost;
const events: PostEvent[] = [];
/** Every path, address, e-mail and value that the captured sessions hold, and those of a request of our own. */
let needles: readonly string[];

beforeAll(async () => {
  post = await startTestPost({ tell: (event) => void events.push(event) });
  await post.addContract();
  const { key } = await post.makeKey(person, 'billing');
  const scenarios = await readScenarios();
  for (const { name } of scenarios) await post.play(name, key);
  const said = `In ${path} stand ${token}, ${iban} and password=${password}, from ${address} (${person}).`;
  const sent = { headers: newSession(), body: bodyOf([{ role: 'user', content: said }]) };
  await send(post.gatewayUrl, key, sent);
  needles = [...new Set([...found(JSON.stringify(scenarios)), person, path, address, token, iban, password])];
}, 60_000);
afterAll(async () => {
  await post.stop();
});

// An address of one's own machine, or a path of one name, would be found in anything.
function found(text: string): readonly string[] {
  const plain = text.replaceAll(String.raw`\\`, '\\').replaceAll(String.raw`\"`, '"');
  const patterns = [
    /[\w.+-]+@[\w-]+\.[\w.]+\w/g,
    /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
    /(?:\/[\w.@-]+){3,}/g,
    /\b[\w-]+\.(?:ts|js|json|md|env|py|sh|csv|txt)\b/g,
  ];
  return patterns.flatMap((pattern) => plain.match(pattern) ?? []).filter((needle) => needle.length >= 6);
}

function leaked(bytes: Buffer): readonly string[] {
  return needles.filter((needle) => bytes.includes(needle));
}

async function logFolder(): Promise<string> {
  await testSequencer(post.tenancy).round();
  const folder = await newFolder();
  await exportLog(post.tenancy, post.tenantId, { folder, hasRecords: false });
  return folder;
}

test('the needles are real: records in clear hold many of them, so a leak would be found', async () => {
  expect(needles.length).toBeGreaterThan(30);
  const records = await eventually(
    async () => Buffer.from((await Array.fromAsync(exportRecords(post.tenancy, post.tenantId, {}))).join('\n')),
    (text) => leaked(text).length > 3,
  );
  // Values are in no record at all.
  for (const value of [token, iban, password, person]) expect(records.includes(value)).toBe(false);
});

test('no path, e-mail, address or value of any fixture is in a leaf, a tile or a head', async () => {
  const folder = await logFolder();
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(names.length).toBeGreaterThan(3);
  for (const { parentPath, name } of names)
    expect([name, leaked(await readFile(join(parentPath, name)))]).toEqual([name, []]);
});

test('no column beside the sealed record holds one, but the session and what screens filter by', async () => {
  const rows = await post.database.asSuper(`
    select id, kind, class, policy_version, verdict, part_kinds, retention, encode(subject, 'hex'), encode(commitment, 'hex'),
      encode(wrapped_key, 'hex') from ledger_record`);
  const tables = ['ledger_waiting', 'ledger_position', 'ledger_log', 'ledger_checkpoint', 'person', 'client_session'];
  const others = await Promise.all(tables.map((table) => post.database.asSuper(`select t::text from ${table} t`)));
  expect(leaked(Buffer.from(JSON.stringify([rows, others])))).toEqual([]);
  const payloads = await post.database.asSuper('select payload from ledger_record');
  for (const { payload } of payloads) expect(leaked(payload as Buffer)).toEqual([]);
});

test('nothing that is told to the operator holds one', () => {
  expect(leaked(Buffer.from(JSON.stringify(events)))).toEqual([]);
});

test('no error of reading, proving or verifying holds one, in either language', async () => {
  const folder = await logFolder();
  const { id } = JSON.parse((await Array.fromAsync(exportRecords(post.tenancy, post.tenantId, {})))[0] ?? '');
  const proof = await proveRecord(post.tenancy, post.tenantId, id);
  expect(proof.length).toBeGreaterThan(0);
  await post.database.asSuper('alter table ledger_record disable trigger ledger_record_append_only');
  await post.database.asSuper(`update ledger_record set payload = payload || 'x'`);
  const faults = await Promise.all(
    [
      Array.fromAsync(exportRecords(post.tenancy, post.tenantId, {})),
      proveRecord(post.tenancy, post.tenantId, id),
      proveRecord(post.tenancy, post.tenantId, path),
    ].map((attempt) =>
      attempt.then(
        () => undefined,
        (fault: unknown) => fault,
      ),
    ),
  );
  expect(faults.map((fault) => (fault instanceof OctroiError ? fault.code : 'none'))).toEqual([
    'ledger_unseal_failed',
    'ledger_unseal_failed',
    'ledger_record_unknown',
  ]);
  for (const fault of faults.slice(0, 2)) {
    if (!(fault instanceof OctroiError)) throw fault;
    const texts = (['en', 'fr'] as const).map((language) => errorText(language, fault.code, fault.args));
    expect(leaked(Buffer.from(JSON.stringify([texts, fault.args, fault.stack, String(fault.cause)])))).toEqual([]);
  }
  expect(await outcomeOf(verifyNamed([folder], ''))).not.toContain('/');
});
