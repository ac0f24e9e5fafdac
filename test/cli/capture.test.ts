import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startVendor } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, hello, send } from '../support/http.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const purpose = 'incident 4711, what left';
const policy = `capture: { internal: { purpose: "${purpose}", days: 7 } }\n`;

test('two persons with their own keys put a capture in force, and one ends it', async () => {
  await mkdir(join(folder, 'policy'));
  await writeFile(join(folder, 'policy', 'octroi.yaml'), policy);
  const vendor = await startVendor({ organizationId: 'org-1', reply: () => textAnswer('Hello.') });
  const environment = { OCTROI_POLICY_FOLDER: join(folder, 'policy') };
  const post = start(['up', '--json'], { folder, environment });
  const { gatewayUrl } = JSON.parse(await post.until('\n'));
  const credential = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');
  await run(['contract', 'add', '--upstream', vendor.url], { folder, input: credential });
  const keyOf = async (person: string): Promise<string> => {
    await run(['person', 'invite', '--person', person], { folder });
    return JSON.parse((await run(['key', 'create', '--person', person, '--json'], { folder })).out).key;
  };
  const [dpo, admin] = [await keyOf('Ada'), await keyOf('Bob')];
  const as = (input: string, ...args: string[]) => run(['capture', ...args], { folder, input });
  const wish = ['request', '--label', 'internal', '--purpose', purpose, '--days', '7'];
  expect((await as(dpo, ...wish)).err).toContain('[retention_capture_role_missing]');
  expect((await as('oct_nobody', ...wish)).err).toContain('[cli_key_unknown]');
  for (const person of ['Ada', 'Bob']) await run(['person', 'grant', person, 'octroi-dpo'], { folder });
  const id = (await as(dpo, ...wish)).out.trim();
  expect((await as(dpo, 'approve', id)).err).toContain('[retention_capture_same_person]');
  expect(await as(admin, 'approve', id)).toMatchObject({ code: 0, err: expect.stringContaining('is approved') });
  const captured = await eventually(
    async () => {
      await send(gatewayUrl, dpo, { body: JSON.stringify({ ...hello, metadata: { user_id: `${Math.random()}` } }) });
      return run(['export', '--kind', 'content_captured'], { folder });
    },
    ({ out }) => out !== '',
  );
  expect(JSON.parse(captured.out.split('\n')[0] ?? '')).toMatchObject({ content: 'hello', label: 'internal' });
  expect((await run(['export'], { folder })).out).not.toContain('content_captured');
  expect((await run(['ledger', 'export', 'log', '--records'], { folder })).code).toBe(0);
  expect(await readFile(join(folder, 'log', 'records.jsonl'), 'utf8')).not.toContain('content_captured');
  expect((await as(dpo, 'end', id)).code).toBe(0);
  expect((await run(['capture', 'list'], { folder })).out).toMatch(new RegExp(`${id} +internal +7 +ended .*4711`));
  await post.stop();
  await vendor.close();
}, 120_000);
