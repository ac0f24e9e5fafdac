import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run, start } from '../../support/cli.ts';
import { makeFolder } from '../../support/folder.ts';
import { madeUp } from '../../support/secrets.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const { password, email } = madeUp;
const config = `# settings\ndb:\n  password: "${password}" # not ${password}\n  owner: ${email}\n`;

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

test('shows where a finding stands, and its line without the value', async () => {
  await write({ 'app/config.yml': config });
  const { code, out, err } = await run(['detect', 'app'], { folder });
  expect(code).toBe(1);
  expect(out).toBe(
    [
      'app/config.yml:3:14  password (secret, assigned-password)',
      '    password: "••••••" # not ••••••',
      'app/config.yml:4:10  email (personal, email)',
      '    owner: ••••••',
      '',
    ].join('\n'),
  );
  expect(err).toContain('findings: 2 (in files: 1) · files scanned: 1');
});

test('ends with 0 where there is nothing, and says what it read', async () => {
  await write({ 'a.txt': 'nothing here\n', 'empty.txt': '' });
  expect(await run(['detect', '.'], { folder })).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('files scanned: 2'),
  });
});

test('reads standard input without a file, and with -', async () => {
  for (const args of [['detect'], ['detect', '-']]) {
    const { code, out } = await run(args, { folder, input: config });
    expect(code).toBe(1);
    expect(out).toContain('-:3:14  password');
  }
});

test('never takes for clean what could not be read', async () => {
  await write({ 'a.txt': 'nothing\n' });
  const { code, err } = await run(['detect', 'a.txt', 'nowhere.txt'], { folder });
  expect(code).toBe(3);
  expect(err).toContain('nowhere.txt: not scanned: there is no such file');
  const found = await run(['detect', 'nowhere.txt', '-'], { folder, input: config });
  expect(found.code).toBe(3);
  expect(found.out).toContain('password');
});

test('walks folders: .git, links and exclusions stay out, ignored files do not', async () => {
  await write({
    '.git/config': config,
    '.gitignore': '.env\n',
    '.env': `PASSWORD=${password}\n`,
    'node_modules/x/index.js': config,
    'a.lock': config,
    'picture.bin': Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 3]),
  });
  await symlink('/etc/passwd', join(folder, 'link'));
  const { code, out } = await run(['detect', '.', '--exclude', 'node_modules', '--exclude', '*.lock', '--json'], {
    folder,
  });
  const report = JSON.parse(out);
  expect(code).toBe(1);
  expect(report.findings.map(({ path }: { path: string }) => path)).toEqual(['.env']);
  expect(report.passedOver).toEqual({ binaries: ['picture.bin'], links: 1, special: 0 });
});

test('as JSON: places in lines, columns and offsets, and no value', async () => {
  await write({ 'config.yml': config });
  const { out } = await run(['detect', 'config.yml', '--json'], { folder });
  const report = JSON.parse(out);
  const at = config.indexOf(password);
  expect(report).toMatchObject({
    version: 1,
    rulesetVersion: expect.stringMatching(/^[0-9a-f]{64}$/),
    scanned: { files: 1, bytes: Buffer.byteLength(config) },
    unscanned: [],
  });
  expect(report.findings[0]).toEqual({
    path: 'config.yml',
    line: 3,
    column: 14,
    endLine: 3,
    endColumn: 14 + password.length,
    start: at,
    end: at + password.length,
    kind: 'password',
    class: 'secret',
    detector: 'assigned-password',
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  for (const value of [password, email]) expect(out).not.toContain(value);
});

test('a fingerprint outlives a move of its line and another value in it', async () => {
  await write({ 'config.yml': config });
  const prints = async () =>
    JSON.parse((await run(['detect', 'config.yml', '--json'], { folder })).out).findings.map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );
  const before = await prints();
  await write({ 'config.yml': `\n\n${config.replaceAll(password, [password, '9x'].join(''))}` });
  expect(await prints()).toEqual(before);
  await write({ 'config.yml': `${config}${config}` });
  expect(new Set(await prints()).size).toBe(4);
});

test('as SARIF: rules, regions and fingerprints, and no value', async () => {
  await write({ 'my app/é.yml': config });
  const { code, out } = await run(['detect', '.', 'nowhere', '--sarif'], { folder });
  expect(code).toBe(3);
  for (const value of [password, email]) expect(out).not.toContain(value);
  const { runs, version } = JSON.parse(out);
  const [{ tool, results, columnKind, invocations }] = runs;
  expect({ version, columnKind, length: runs.length }).toEqual({
    version: '2.1.0',
    columnKind: 'utf16CodeUnits',
    length: 1,
  });
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['assigned-password', 'email']);
  for (const rule of tool.driver.rules)
    expect(rule).toMatchObject({
      help: { text: expect.stringMatching(/\S/) },
      helpUri: expect.stringMatching(/^https:/),
    });
  expect(results[0]).toMatchObject({
    ruleId: 'assigned-password',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'A secret stands here (password).' },
    partialFingerprints: { 'octroiPlace/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
  });
  expect(results[0].locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'my%20app/%C3%A9.yml' },
        region: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 14 + password.length },
      },
    },
  ]);
  expect(invocations[0]).toMatchObject({ executionSuccessful: false });
  expect(JSON.stringify(invocations)).toContain('nowhere');
});

test('speaks French where the locale does', async () => {
  const { err, out } = await run(['detect', 'rien', '-', '--sarif'], {
    folder,
    input: config,
    environment: { LANG: 'fr_FR.UTF-8' },
  });
  expect(err).toContain('rien : non inspecté : ce fichier n’existe pas');
  expect(JSON.parse(out).runs[0].results[0].message.text).toBe('Un secret se trouve ici (password).');
});

test('takes rules of gitleaks, dictionaries in plain words and built lists', async () => {
  await write({
    'rules.toml': "[[rules]]\nid = \"pass\"\nregex = '''PASS-[0-9]{6}'''\nkeywords = [\"pass-\"]\n",
    'words.txt': '# what we are working on\nProjet Hélios\n[client_name]\nDuchêne & Fils\n',
    'numbers.txt': 'KD-48 213\nC90.114.7\n',
    'note.md': 'PASS-482913 for projet helios at DUCHENE & FILS, customer kd48213\n',
  });
  const built = await run(['dictionary', 'build', 'numbers.txt', '--as', 'customer_number', '--out', 'numbers.list'], {
    folder,
  });
  expect(built).toMatchObject({ code: 0, out: '', err: expect.stringContaining('2 values of kind customer_number') });
  const options = ['--rules', 'rules.toml', '--dictionary', 'words.txt', '--dictionary', 'numbers.list'];
  const { out } = await run(['detect', 'note.md', ...options, '--json'], { folder });
  expect(JSON.parse(out).findings.map(({ kind }: { kind: string }) => kind)).toEqual([
    'imported_secret',
    'company_term',
    'client_name',
    'customer_number',
  ]);
});

test('leaves out a detector by its id', async () => {
  const { out } = await run(['detect', '--without', 'email', '--json'], { folder, input: config });
  expect(JSON.parse(out).findings.map(({ kind }: { kind: string }) => kind)).toEqual(['password']);
});

test('finds across a large file, once, at the right line', async () => {
  const filler = `${'lorem ipsum dolor sit amet '.repeat(4)}\n`;
  const half = filler.repeat(Math.ceil(5_000_000 / filler.length));
  await write({ 'large.log': `${half}password="${password}"\n${half}password="${password}"\n${half}` });
  const { out } = await run(['detect', 'large.log', '--json'], { folder });
  const lines = half.split('\n').length - 1;
  expect(JSON.parse(out).findings.map(({ line, column }: { line: number; column: number }) => [line, column])).toEqual([
    [lines + 1, 11],
    [2 * lines + 2, 11],
  ]);
});

test.each([
  ['two forms at once', ['--json', '--sarif'], 2, 'cli_option_invalid'],
  ['a detector there is none of', ['--without', 'nonsense'], 2, 'cli_option_invalid'],
  ['rules that are not there', ['--rules', 'nowhere.toml'], 3, 'cli_file_unreadable'],
  ['rules that are not supported', ['--rules', 'unsupported.toml'], 2, 'cli_source_refused'],
  ['rules that are no TOML', ['--rules', 'words.txt'], 2, 'cli_source_refused'],
  ['words that are too short', ['--dictionary', 'short.txt'], 2, 'cli_source_refused'],
  ['a list that was cut', ['--dictionary', 'cut.list'], 2, 'cli_source_refused'],
  ['two sources of lines', ['--jsonl', 'a', 'b'], 2, 'cli_option_invalid'],
  ['lines from a file that is not there', ['--jsonl', 'nowhere'], 3, 'cli_file_unreadable'],
])('refuses %s', async (_, args, code, error) => {
  await write({
    'unsupported.toml': '[[rules]]\nid = "x"\nregex = "abcdef[0-9]"\nvalidate = "x"\n',
    'words.txt': 'Projet Hélios\n',
    'short.txt': 'Projet Hélios\nab\n',
    'cut.list': '{"format":"octroi-value-list-1","kind":"a"',
  });
  const english = await run(['detect', ...args], { folder, input: config });
  expect(english.code).toBe(code);
  expect(`${english.out}${english.err}`).toContain(error);
  expect(english.out).not.toContain('assigned-password');
});

test.each([
  ['a file that is not there', ['nowhere.txt'], 3, 'cli_file_unreadable'],
  ['a value that tells nothing', ['short.txt'], 2, 'cli_source_refused'],
  ['a kind no placeholder bears', ['good.txt', '--as', 'Customer Number'], 2, 'cli_option_invalid'],
  ['a place it may not write in', ['good.txt', '--out', 'no/such/folder/x'], 3, 'cli_file_unwritable'],
])('builds no dictionary from %s', async (_, args, code, error) => {
  await write({ 'short.txt': 'KD-48213\n12\n', 'good.txt': 'KD-48213\n' });
  const { code: ended, err, out } = await run(['dictionary', 'build', ...args], { folder });
  expect({ ended, out }).toEqual({ ended: code, out: '' });
  expect(err).toContain(error);
  expect(err).not.toContain('48213');
});

test('answers lines of texts in their order, while they come', async () => {
  const texts = [
    { id: 'a', text: `é password="${password}"` },
    { id: 2, text: 'nothing' },
    { id: { deep: [1] }, text: `😀 ${email}` },
    { text: '\ud800 lone' },
  ];
  const input = texts.map((text) => `${JSON.stringify(text)}\r\n`).join('\n');
  const { code, out, err } = await run(['detect', '--jsonl'], { folder, input });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'a', findings: [{ kind: 'password', start: 12, end: 12 + password.length }] },
    { id: 2, findings: [] },
    { id: { deep: [1] }, findings: [{ kind: 'email', start: 3, end: 3 + email.length }] },
    { id: null, findings: [] },
  ]);
});

test('a line that is no text gets its error in its place, and the others their answers', async () => {
  const input = `{"id":1,"text":"x"}\n{"id":\n{"id":3}\n[]\n{"id":5,"text":"x"}`;
  const { code, out, err } = await run(['detect', '--jsonl'], { folder, input });
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(3);
  expect(err).toContain('lines not answered: 3');
  expect(lines.map(({ id, line }) => id ?? `line ${line}`)).toEqual([1, 'line 2', 'line 3', 'line 4', 5]);
  expect(lines[1]).toEqual({
    line: 2,
    error: { code: 'cli_line_invalid', text: 'Line 2 is no JSON.', hint: expect.stringMatching(/"text"/) },
  });
});

test('answers a line before the next one comes', async () => {
  const running = start(['detect', '--jsonl'], { folder, keepsInputOpen: true });
  for (const id of [1, 2, 3]) {
    running.type(`${JSON.stringify({ id, text: `password="${password}"` })}\n`);
    expect(await running.until(`"id":${id}`)).toContain('"kind":"password"');
  }
  running.endInput();
  expect(await running.done).toMatchObject({ code: 0 });
});
