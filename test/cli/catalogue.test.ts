import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pinnedKeyText } from '../../src/base/signed-envelope.ts';
import { parseSigningKey } from '../../src/catalogue/index.ts';
import { type Ran, run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';

let folder: string;
const pem = (): string => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const key = pem();
const pinned = { OCTROI_CATALOGUE_KEYS: pinnedKeyText(parseSigningKey(key)) };

beforeAll(async () => {
  folder = await makeFolder();
  await writeFile(join(folder, 'key.pem'), key);
  await writeFile(join(folder, 'other.pem'), pem());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const octroi = async (args: string, environment: Record<string, string> = {}): Promise<Ran> =>
  run(['catalogue', ...args.split(' ')], { folder, environment });

const json = async (args: string, environment: Record<string, string> = {}): Promise<Record<string, never>> =>
  JSON.parse((await octroi(`${args} --json`, environment)).out);

test('shows every plan, one plan on a day, one fact, claims and hosts, without a data folder', async () => {
  const plans = await octroi('show');
  expect(plans).toMatchObject({ code: 0, err: '' });
  expect(plans.out).toMatch(/anthropic\s+pro\s+consumer\s+forbidden\s+yes, unless opted out/);
  const pro = await octroi('show --vendor anthropic --plan pro --on 2025-08-15');
  expect(pro.out).toMatch(/trains models\s+no\s+.*hist-anth-con-notrain/);
  expect(pro.out).not.toContain('anth-con-training');
  const fact = await octroi('show --fact mis-com-training');
  expect(fact.out).toMatch(/contradicts mis-help-training: no \(https:/);
  expect(fact.out).toMatch(/source\s+https:\S+ \(2026-08-07, read 2026-11-23\)/);
  expect((await octroi('show --claims')).out).toContain('SUPERSEDED: Code sent under Pro, Max or Enterprise');
  expect((await octroi('show --hosts --vendor github')).out).toContain('*.individual.githubcopilot.com');
  expect((await octroi('show --vendor aws')).out).toMatch(/codewhisperer\s+Amazon CodeWhisperer\s+amazon-q-developer/);
}, 60_000);

test('speaks French', async () => {
  const { out } = await octroi('show --vendor anthropic --plan pro', { LANG: 'fr_FR.UTF-8' });
  expect(out).toContain('Claude Pro (anthropic/pro) : grand public, proposée');
  expect(out).toMatch(/usage professionnel\s+interdit/);
});

test('answers in JSON with sources and ids', async () => {
  expect(await json('show --vendor anthropic --plan api')).toMatchObject({
    plan: 'api',
    training: 'no',
    restsOn: { training: ['anth-com-training'] },
  });
  expect(await json('check')).toMatchObject({ overdue: [] });
});

test('tells what changed between two days', async () => {
  const { answers } = (await json('diff 2025-08-28 2025-08-29')) as unknown as { answers: { what: string }[] };
  expect(answers).toContainEqual(
    expect.objectContaining({ what: 'anthropic/pro training', before: 'no', after: 'opt_out' }),
  );
  expect(answers.map(({ what }) => what)).not.toContain('anthropic/api training');
  const nothing = await octroi('diff 2025-08-28 2025-08-28');
  expect(nothing).toMatchObject({ code: 0, out: '', err: 'octroi: nothing differs.\n' });
});

test('a check fails when a review is overdue, and names it', async () => {
  expect(await octroi('check --on 2026-11-26')).toMatchObject({ code: 0, err: '' });
  const late = await octroi('check --on 2029-01-01');
  expect(late.code).toBe(1);
  expect(late.out).toMatch(/fact:anth-com-training\s+2027-05-22\s+https:/);
});

test.each([
  ['show --vendor nobody', 2, 'cli_option_invalid'],
  ['show --plan api', 2, 'cli_option_missing'],
  ['show --vendor anthropic --plan gold', 1, 'catalogue_plan_unknown'],
  ['show --fact nothing', 2, 'cli_option_invalid'],
  ['show --on 2026-02-30', 2, 'cli_option_invalid'],
  ['show --on yesterday', 2, 'cli_option_invalid'],
  ['diff current nowhere.json', 3, 'cli_file_unreadable'],
  ['diff current', 2, 'cli_option_missing'],
  ['watch', 2, 'cli_option_missing'],
  ['watch --archive nowhere.bundle', 3, 'cli_archive_unreadable'],
  ['import nowhere.json', 3, 'cli_file_unreadable'],
  ['import key.pem', 1, 'catalogue_file_not_signed'],
  ['export --file key.pem', 3, 'cli_file_unreadable'],
  ['export --signing-key nowhere.pem', 3, 'cli_file_unreadable'],
])('%s is refused with a code and a hint', async (args, code, error) => {
  const ran = await octroi(args);
  expect(ran.code).toBe(code);
  expect(ran.err).toMatch(new RegExp(`\\n {2}→ [^]+\\[${error}\\]\\n$`));
});

test('a newer catalogue: shown, approved by its digest, in force, and back again never', async () => {
  const exported = await octroi('export');
  expect(exported.err).toContain('not signed');
  const data = JSON.parse(exported.out);
  const pro = data.vendors[0].facts.find(({ id }: { id: string }) => id === 'anth-com-training');
  Object.assign(pro, { value: 'opt_out' });
  await writeFile(join(folder, 'edited.json'), JSON.stringify({ ...data, version: '2099-01-01.1' }));
  const signed = await octroi('export --file edited.json --signing-key key.pem');
  expect(signed.err).toContain(pinned.OCTROI_CATALOGUE_KEYS);
  await writeFile(join(folder, 'signed.json'), signed.out);
  await writeFile(join(folder, 'changed.json'), signed.out.replace(/"payload":"(.{40})./, '"payload":"$1Z'));
  await writeFile(
    join(folder, 'foreign.json'),
    (await octroi('export --file edited.json --signing-key other.pem')).out,
  );
  const older = { ...data, version: '2026-11-22.1' };
  await writeFile(join(folder, 'older-edited.json'), JSON.stringify(older));
  await writeFile(
    join(folder, 'older.json'),
    (await octroi('export --file older-edited.json --signing-key key.pem')).out,
  );

  expect((await octroi('import signed.json')).err).toContain('[catalogue_key_not_pinned]');
  expect((await octroi('import foreign.json', pinned)).err).toContain('[catalogue_key_not_pinned]');
  expect((await octroi('import changed.json', pinned)).err).toContain('[catalogue_signature_invalid]');
  expect((await octroi('import older.json', pinned)).err).toContain('[catalogue_not_newer]');

  const shown = await octroi('import signed.json', pinned);
  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(/It would change 1 entries and \d+ answers/);
  // What the policy would decide under it is told as well.
  expect(shown.out).toMatch(/anthropic\/api internal plain\s+allow \(transmit\)\s+block \(plan-trains\)/);
  expect(shown.out).toMatch(/anthropic\/api training\s+no\s+yes, unless opted out\s+anth-com-training/);
  expect(shown.out).toContain('~ fact:anth-com-training (value: "no" → "opt_out")');
  expect((await octroi('show', pinned)).out).toContain('Catalogue 2026-11-23.1');

  expect((await octroi('import signed.json --approve 1234', pinned)).err).toContain('[catalogue_not_approved]');
  const digest = /--approve ([0-9a-f]{64})/.exec(shown.err)?.[1] ?? '';
  expect(await octroi(`import signed.json --approve ${digest}`, pinned)).toMatchObject({ code: 0 });
  expect((await octroi('show', pinned)).out).toContain('Catalogue 2099-01-01.1');
  expect((await octroi('diff shipped current', pinned)).out).toContain('~ fact:anth-com-training');
  expect((await octroi('import signed.json', pinned)).err).toContain('[catalogue_not_newer]');

  // Pinned no more, or changed where it lies: it is refused, and the shipped one does not quietly take its place.
  expect((await octroi('show')).err).toContain('[catalogue_key_not_pinned]');
  const path = join(folder, 'data', 'catalogue', 'imported.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace(/"payload":"(.{40})./, '"payload":"$1Z'));
  expect((await octroi('show', pinned)).err).toContain('[catalogue_signature_invalid]');
  await rm(path);
}, 120_000);

test('watches an archive given as a folder and as a bundle, and fails when a fact is stale', async () => {
  const archive = join(folder, 'genai-eu-versions');
  await mkdir(join(archive, 'Claude.ai'), { recursive: true });
  const git = (...args: readonly string[]): void => {
    const who = ['-c', 'user.name=Bot', '-c', 'user.email=bot@archive.example'];
    execFileSync('git', [...who, ...args], { cwd: archive, stdio: 'ignore' });
  };
  const record = async (subject: string, sentence: string): Promise<void> => {
    const padding = 'Words that stay as they are. '.repeat(30);
    await writeFile(
      join(archive, 'Claude.ai', 'Commercial Terms.md'),
      `# Terms\n\n${padding}\n\nOf models: ${sentence}\n`,
    );
    git('add', '-A');
    git('commit', '-m', `${subject} Claude.ai Commercial Terms`);
  };
  git('init', '--quiet', '--initial-branch', 'versions');
  await record(
    'First record of',
    'Anthropic may not train models on **Customer Content** from [Services](https://a.example/1).',
  );
  await record(
    'Record new changes of',
    'Anthropic may not train models on Customer Content from [Services](https://a.example/2).',
  );
  const standing = await octroi('watch --archive genai-eu-versions');
  expect(standing.out).toMatch(/anth-com-training\s+stands\s+before /);
  git('bundle', 'create', '../genai-eu-versions.bundle', 'HEAD');
  git('bundle', 'create', '../of-a-branch.bundle', 'versions');
  for (const bundle of ['genai-eu-versions.bundle', 'of-a-branch.bundle'])
    expect((await octroi(`watch --archive ${bundle}`)).out).toMatch(/anth-com-training\s+stands/);
  await record('Record new changes of', 'Anthropic may train models on Customer Content from Services.');
  const stale = await octroi('watch --archive genai-eu-versions');
  expect(stale.code).toBe(1);
  expect(stale.out).toMatch(/anth-com-training\s+STALE/);
  expect(stale.out).toContain('  after   Of models: Anthropic may train models on Customer Content from Services.');
  expect(stale.out).toMatch(/resting on it: .*anthropic\/api training.*commercial-no-training/);
  expect((await json('watch --archive genai-eu-versions'))['alarms']).toContainEqual(
    expect.objectContaining({ fact: 'anth-com-training' }),
  );
}, 60_000);

test('an archive that is none of these, or that lacks what it names, is no green light', async () => {
  const archive = join(folder, 'something-else');
  await mkdir(archive);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], { cwd: archive }).toString();
  git('init', '--quiet');
  expect((await octroi('watch --archive something-else')).err).toContain('[cli_archive_unreadable]');
  git('commit', '--quiet', '--allow-empty', '-m', 'Initial commit');
  expect(await octroi('watch --archive something-else')).toMatchObject({ code: 3, out: '' });
  expect((await octroi('watch --archive something-else')).err).toContain('[cli_archive_foreign]');
  await mkdir(join(archive, 'Claude.ai'));
  await writeFile(join(archive, 'Claude.ai', 'Commercial Terms.md'), 'Terms.');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'First record of Claude.ai Commercial Terms');
  const blob = git('rev-parse', 'HEAD:Claude.ai/Commercial Terms.md').trim();
  await rm(join(archive, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  expect((await octroi('watch --archive something-else')).err).toContain('[cli_archive_unreadable]');
}, 60_000);

test('an archive cannot make git run a program', async () => {
  const marker = join(folder, 'was-run');
  const ran = await octroi(`watch --archive ext::sh%20-c%20"touch%20${marker}"`);
  expect(ran.err).toContain('[cli_archive_unreadable]');
  const option = await octroi(`watch --archive --upload-pack=touch ${marker}`);
  expect(option.code).toBe(2);
  await expect(readFile(marker)).rejects.toThrow('ENOENT');
});
