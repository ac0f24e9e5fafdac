import { chmod, lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultRequirements, describeChange, prepareFix, prepareUndo } from '../../src/endpoint/index.ts';
import { bundle, profileOf, today } from '../support/bundle.ts';
import { layOut } from '../support/workstation.ts';
import { treeState } from '../support/tree-state.ts';

const managed = 'etc/claude-code/managed-settings.json';
const made = bundle();

let root: string;

beforeEach(async () => {
  root = (await layOut('bash-export')).root;
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const scan = () => ({ root, now: today, requirements: { ...defaultRequirements, ...made.requirements } });

type Choice = { readonly removes?: boolean; readonly profile?: ReturnType<typeof profileOf>; readonly shell?: boolean };

const prepare = ({ removes = false, profile = profileOf(made), shell = false }: Choice = {}) =>
  prepareFix({ scan: scan(), profile, removes, hasShellProfile: shell });

async function fix(choice: Choice = {}) {
  const prepared = await prepare(choice);
  prepared.apply();
  return prepared;
}

const undo = async () => {
  const prepared = await prepareUndo(scan());
  prepared.apply();
  return prepared;
};

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const text = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const settings = async () => JSON.parse(await text(managed));

test('keys of others stay as they stand: their order, indentation and line ends', async () => {
  await put(managed, '{\r\n\t"companyAnnouncements": ["hello"],\r\n\t"env": { "OURS": "1" }\r\n}\r\n');
  await fix();
  const now = await text(managed);
  expect(now).toContain('\t"companyAnnouncements": ["hello"],\r\n');
  expect(now.replaceAll('\r\n', '')).not.toContain('\n');
  expect(JSON.parse(now).env).toMatchObject({ OURS: '1', ANTHROPIC_BASE_URL: 'https://octroi.internal' });
});

test('comments stay where their program takes them', async () => {
  await mkdir(join(root, 'home/alice/.config/Code/User'), { recursive: true });
  await put('etc/vscode/policy.json', '{\n  // set by the desktop team\n  "UpdateMode": "manual",\n}\n');
  await fix();
  expect(await text('etc/vscode/policy.json')).toContain('// set by the desktop team');
  expect(await text('etc/vscode/policy.json')).toContain('"TelemetryLevel": "off"');
});

test('lists grow by what they lack, and nothing of another’s is taken away', async () => {
  await put(managed, '{ "permissions": { "deny": ["Read(//srv/payroll)"] } }\n');
  await fix();
  const { deny } = (await settings()).permissions;
  expect(deny[0]).toBe('Read(//srv/payroll)');
  expect(deny.length).toBeGreaterThan(5);
});

test('another’s value stays and is told; with --remove it gives way; undone, it is back', async () => {
  const theirs = '{ "cleanupPeriodDays": 99, "forceLoginOrgUUID": "another" }\n';
  await put(managed, theirs);
  const { left } = await fix();
  expect(left.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['value cleanupPeriodDays', 'value forceLoginOrgUUID']);
  expect(await settings()).toMatchObject({ cleanupPeriodDays: 99, forceLoginOrgUUID: 'another' });
  await fix({ removes: true });
  expect(await settings()).toMatchObject({ cleanupPeriodDays: 30 });
  expect(await settings()).not.toHaveProperty('forceLoginOrgUUID');
  expect((await prepare()).changes).toEqual([]);
  await undo();
  expect(await text(managed)).toBe(theirs);
});

test('a person’s own key goes with --remove alone, and its value is shown nowhere', async () => {
  const path = 'home/alice/.claude/settings.json';
  const key = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');
  const theirs = `{\n  "model": "opus",\n  "env": { "ANTHROPIC_API_KEY": "${key}" }\n}\n`;
  await put(path, theirs);
  await chmod(join(root, path), 0o600);
  await fix();
  expect(await text(path)).toBe(theirs);
  const { changes } = await fix({ removes: true });
  const lines = changes.flatMap((change) => describeChange(change));
  expect(lines).toContainEqual({ sign: '-', text: 'env.ANTHROPIC_API_KEY' });
  expect(JSON.stringify(lines)).not.toContain(key);
  expect(JSON.parse(await text(path))).toEqual({ model: 'opus', env: {} });
  expect((await lstat(join(root, path))).mode & 0o777).toBe(0o600);
  expect((await lstat(join(root, 'var/lib/octroi/endpoint/fixed.json'))).mode & 0o777).toBe(0o600);
  await undo();
  expect(await text(path)).toBe(theirs);
});

test('a drop-in that is read after our file is told, and loses its key with --remove', async () => {
  const dropIn = 'etc/claude-code/managed-settings.d/50-team.json';
  await put(dropIn, '{ "cleanupPeriodDays": 90, "companyAnnouncements": ["hi"] }\n');
  expect((await fix()).left).toEqual([{ path: `/${dropIn}`, kind: 'value', key: 'cleanupPeriodDays' }]);
  expect((await fix({ removes: true })).left).toEqual([]);
  expect(JSON.parse(await text(dropIn))).toEqual({ companyAnnouncements: ['hi'] });
});

test('a newer policy replaces ours, and what an older one had goes', async () => {
  await put(managed, '{ "companyAnnouncements": ["hello"] }\n');
  const before = await treeState(root);
  await fix();
  const files = [
    {
      name: 'octroi.yaml',
      text: 'labels:\n  - { name: internal }\n  - { name: plans, paths: ["plans/**"], neverLeaves: true }\n',
    },
  ];
  await fix({ profile: profileOf(bundle({ files })) });
  expect((await settings()).permissions.deny).toEqual(['Read(//**/plans)']);
  expect((await settings()).companyAnnouncements).toEqual(['hello']);
  await undo();
  expect(await treeState(root)).toEqual(before);
});

test('what others write into the file afterwards stays theirs, through a newer policy and through undoing', async () => {
  await fix();
  await put(managed, (await text(managed)).replace('{', '{\n  "companyAnnouncements": ["later"],'));
  await fix({ profile: profileOf(bundle({ route: 'login' })) });
  expect(await settings()).toMatchObject({ companyAnnouncements: ['later'] });
  expect((await settings()).env).not.toHaveProperty('ANTHROPIC_BASE_URL');
  await undo();
  expect(await settings()).toEqual({ companyAnnouncements: ['later'] });
});

test('a file in a form that is not merged is replaced with --remove alone', async () => {
  await mkdir(join(root, 'home/alice/.codex'), { recursive: true });
  await put('etc/codex/requirements.toml', 'allowed_sandbox_modes = ["read-only"]\n');
  expect((await fix()).left).toEqual([{ path: '/etc/codex/requirements.toml', kind: 'foreign', key: '' }]);
  await fix({ removes: true });
  expect(await text('etc/codex/requirements.toml')).toContain('plugins = false');
  await undo();
  expect(await text('etc/codex/requirements.toml')).toBe('allowed_sandbox_modes = ["read-only"]\n');
});

test('shells get the variables where that is asked for, and lose them when it is no more', async () => {
  await fix({ shell: true });
  expect(await text('etc/profile.d/octroi.sh')).toContain("export DISABLE_TELEMETRY='1'");
  await fix();
  await expect(lstat(join(root, 'etc/profile.d/octroi.sh'))).rejects.toThrow('ENOENT');
});

test('a folder that is a link out of the tree is not gone through', async () => {
  const outside = (await layOut('bash-export')).root;
  await rm(join(root, 'etc/claude-code'), { recursive: true, force: true });
  await symlink(outside, join(root, 'etc/claude-code'));
  await expect(fix()).rejects.toMatchObject({ code: 'endpoint_fix_unsafe' });
  await expect(lstat(join(outside, 'managed-settings.json'))).rejects.toThrow('ENOENT');
  await rm(outside, { recursive: true, force: true });
});

test('what changed between the plan and the writing is not written over', async () => {
  const prepared = await prepare();
  await put(managed, '{ "companyAnnouncements": ["just now"] }\n');
  expect(() => prepared.apply()).toThrow(expect.objectContaining({ code: 'endpoint_fix_changed' }));
  expect(await text(managed)).toBe('{ "companyAnnouncements": ["just now"] }\n');
});

test('two fixes at once are one too many; what one that was killed left behind hinders nobody', async () => {
  const lock = 'var/lib/octroi/endpoint/lock';
  await put(lock, String(process.pid));
  await expect(fix()).rejects.toMatchObject({ code: 'endpoint_fix_busy', args: { process: process.pid } });
  await put(lock, '999999999');
  await fix();
  expect(await settings()).toHaveProperty('env');
});

test('a run that ended before its files were written is undone and done again', async () => {
  const before = await treeState(root);
  await fix();
  await rm(join(root, managed));
  expect((await undo()).left).toEqual([]);
  expect(await treeState(root)).toEqual(before);
});

test('a damaged record is refused: without it nothing could be undone', async () => {
  await fix();
  await put('var/lib/octroi/endpoint/fixed.json', '{"schema":"octroi.endpoint.fix/1"}');
  await expect(fix()).rejects.toMatchObject({ code: 'endpoint_record_invalid' });
  await expect(undo()).rejects.toMatchObject({ code: 'endpoint_record_invalid' });
});
