import { readFile, rm, writeFile } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { spokenPolicy } from '../support/notices.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
  for (const [name, yaml] of [
    ['policy', spokenPolicy],
    ['proposal', spokenPolicy.replace('standard: {days: 200}', 'standard: {days: 300}')],
    ['same', `${spokenPolicy}requiredControls: [telemetry-off]\n`],
  ] as const) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'octroi.yaml'), yaml);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('writes a document of the policy of this place as Markdown on standard output, and says that it is a draft', async () => {
  const written = await run(['notice', 'write', 'staff', '--lang', 'fr', '--organization', 'Fabrique'], { folder });
  expect([written.code, written.out]).toEqual([0, expect.stringContaining('# Notice d’information du personnel')]);
  expect(written.out).toMatch(/^<!-- octroi-notice staff fr 20\d\d-\d\d-\d\d [0-9a-f]{64} \S+ -->\n/);
  expect(written.out).toContain('Responsable du traitement\u00a0: Fabrique.');
  expect(written.err).toContain('draft');
});

test.each(['pdf', 'odt'] as const)(
  'writes %s to a file, the same bytes for the same day, and writes over none',
  async (format) => {
    const write = async (out: string) =>
      run(['notice', 'write', 'charter', '--format', format, '--on', '2026-11-27', '--out', out], { folder });
    const [one, two] = [await write(`one.${format}`), await write(`two.${format}`)];
    expect([one.code, two.code]).toEqual([0, 0]);
    const [first, second] = await Promise.all(
      ['one', 'two'].map((name) => readFile(join(folder, `${name}.${format}`))),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    expect(first?.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
    const again = await write(`one.${format}`);
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('cli_file_unwritable')]);
  },
);

test('compares the documents of two policies, and ends with 1 where a paragraph changed', async () => {
  const changed = await run(['notice', 'diff', 'staff', 'policy', 'proposal', '--lang', 'en'], { folder });
  expect(changed.code).toBe(1);
  expect(changed.out).toMatch(/^- \| Requests \(standard\) .* \| 200 days/m);
  expect(changed.out).toMatch(/^\+ \| Requests \(standard\) .* \| 300 days/m);
  expect(changed.err).toContain('1 paragraphs gone, 1 new ones');
  const same = await run(['notice', 'diff', 'staff', 'policy', 'same'], { folder });
  expect([same.code, same.out, same.err]).toEqual([0, '', expect.stringContaining('says the same')]);
});

test('compares with a version that was kept, in its language, and tells it as JSON', async () => {
  const kept = await run(['notice', 'write', 'council', '--lang', 'fr'], { folder });
  await writeFile(join(folder, 'council.md'), kept.out);
  const same = await run(['notice', 'diff', 'council', 'council.md', 'policy'], { folder });
  expect(same.code).toBe(0);
  const changed = await run(['notice', 'diff', 'council', 'council.md', 'proposal', '--json'], { folder });
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.out)).toMatchObject({
    document: 'council',
    language: 'fr',
    changes: [{ change: 'removed' }, { change: 'added' }],
  });
  const other = await run(['notice', 'diff', 'staff', 'council.md', 'policy'], { folder });
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('notice_version_of_another')]);
});

test.each([
  ['a document there is not', ['notice', 'write', 'poster'], 'cli_option_invalid'],
  ['no document', ['notice', 'write'], 'cli_option_missing'],
  ['a language there is not', ['notice', 'write', 'staff', '--lang', 'de'], 'cli_option_invalid'],
  ['a format there is not', ['notice', 'write', 'staff', '--format', 'docx'], 'cli_option_invalid'],
  ['a day there is not', ['notice', 'write', 'staff', '--on', '2026-02-30'], 'cli_option_invalid'],
  ['a policy with faults', ['notice', 'write', 'staff', '--policy', '.'], 'policy_invalid'],
  [
    'a file that is no version',
    ['notice', 'diff', 'staff', 'policy/octroi.yaml', 'policy'],
    'notice_version_unreadable',
  ],
  ['a side that is not there', ['notice', 'diff', 'staff', 'nowhere', 'policy'], 'cli_file_unreadable'],
])('refuses %s', async (_, words, code) => {
  await writeFile(join(folder, 'octroi.yaml'), '{}');
  await writeFile(join(folder, 'bad.cedar'), 'permit');
  const refused = await run(words, { folder });
  await rm(join(folder, 'bad.cedar'));
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain(code);
});
