import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startVendor } from '../../src/demo/index.ts';
import { textAnswer } from '../support/answers.ts';
import { run, start } from '../support/cli.ts';
import { filesVendor, upload } from '../support/files-vendor.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, send } from '../support/http.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const vendorKey = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');

test('a file: uploaded, listed, mirrored, compared, deleted, with a receipt', async () => {
  const files = filesVendor();
  const reply = (request: Parameters<typeof files.reply>[0]) =>
    request.target.startsWith('/v1/messages') ? textAnswer('Hello.') : files.reply(request);
  const vendor = await startVendor({ organizationId: 'org-1', reply });
  const post = start(['up', '--json'], { folder });
  const { gatewayUrl } = JSON.parse(await post.until('\n'));
  await run(['contract', 'add', '--upstream', vendor.url], { folder, input: vendorKey });
  const { key } = JSON.parse((await run(['key', 'create', '--person', 'Ada', '--json'], { folder })).out);
  expect((await send(gatewayUrl, key)).status).toBe(200);
  const { id } = JSON.parse((await send(gatewayUrl, key, upload('notes.txt', 'plain\n'))).text);
  const listed = await eventually(
    () => run(['files', 'list'], { folder }),
    ({ out }) => out.includes(id),
  );
  expect(listed.out).toMatch(new RegExp(`${id}  .*  default +internal +6 +until deleted +held +notes.txt`));
  const mirror = await run(['mirror'], { folder });
  expect(mirror.out).toMatch(/anthropic +requests and answers +internal +1 kB/);
  expect(mirror.out).toMatch(/anthropic +uploaded files +internal +1 kB +1 +until deleted/);
  expect(mirror.out).toContain('feedback_command: 1825 days');
  const french = await run(['mirror'], { folder, environment: { OCTROI_LANGUAGE: 'fr', LANG: 'fr_FR.UTF-8' } });
  expect(french.out).toContain('Ce que nul ne permet de savoir');
  expect(JSON.parse((await run(['mirror', '--json'], { folder })).out).entries.length).toBeGreaterThan(1);
  files.files.set('file_x', { id: 'file_x', filename: 'x', size_bytes: 1, expires_at: null });
  const compared = await run(['files', 'reconcile'], { folder });
  expect(compared.out).toContain('anthropic: 2 listed, 0 gone, 1 not sent through octroi\n  foreign  file_x');
  expect(await run(['files', 'delete', id, 'file_none'], { folder })).toMatchObject({
    code: 1,
    err: expect.stringMatching(new RegExp(`${id} is deleted[^]*file_none[^]*retention_file_unknown`)),
  });
  expect([...files.files.keys()]).toEqual(['file_x']);
  const receipts = await run(['export', '--kind', 'file_deleted'], { folder });
  expect(JSON.parse(receipts.out)).toMatchObject({ vendorFileId: id, answer: 'deleted', actor: 'command_line' });
  expect((await run(['files', 'list', '--all'], { folder })).out).toMatch(new RegExp(`${id}.* deleted `));
  expect((await run(['mirror', '--on', 'never'], { folder })).err).toContain('[cli_option_invalid]');
  await post.stop();
  await vendor.close();
}, 120_000);
