import { generateKeyPairSync } from 'node:crypto';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pinnedKeyText } from '../../../src/base/signed-envelope.ts';
import { openCatalogue, shippedData, signCatalogue } from '../../../src/catalogue/index.ts';
import { openPolicyFolder } from '../../../src/cli/policy/read-policy-folder.ts';
import { type Rules, RulesInForce } from '../../../src/cli/policy/rules-in-force.ts';
import { readSettings } from '../../../src/cli/settings/read-settings.ts';
import { makeFolder } from '../../support/folder.ts';

const lookEveryMs = 15;
const sealed = 'workspaces: {one: {zdr: true}}\n';
const noImages =
  '@id("no-images") @en("No.") @fr("Non.")\nforbid (principal, action, resource) when { resource.kind == "image" };\n';

let folder: string;
let policy: string;
let inForce: RulesInForce | undefined;
let taken: Rules[];
let faults: string[];
let isLedgerAway: boolean;

beforeEach(async () => {
  folder = await makeFolder();
  policy = join(folder, 'gov');
  await mkdir(policy);
  await write('octroi.yaml', sealed);
  await write('own.cedar', noImages);
  [taken, faults, isLedgerAway] = [[], [], false];
});
afterEach(async () => {
  inForce?.close();
  await rm(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFile(join(policy, name), text);

const key = generateKeyPairSync('ed25519').privateKey;
const imported = () => join(folder, 'data', 'catalogue', 'imported.json');
const newest = openCatalogue({ ...Object(shippedData), version: '2099-01-01.1' });

async function importCatalogue(): Promise<void> {
  await mkdir(join(folder, 'data', 'catalogue'), { recursive: true });
  await writeFile(imported(), signCatalogue(newest, key));
}

async function open(catalogueBefore?: string): Promise<RulesInForce> {
  const catalogue = { keys: [pinnedKeyText(key)] };
  const text = JSON.stringify({ data: join(folder, 'data'), policy: { folder: policy }, catalogue });
  const settings = readSettings({ file: { name: 'octroi.yaml', text }, environment: {} });
  const onChange = async (rules: Rules): Promise<void> => {
    if (isLedgerAway) throw new Error('the ledger is away');
    taken.push(rules);
  };
  inForce = await RulesInForce.open(
    settings,
    { onChange, onFault: (code) => void faults.push(code) },
    { lookEveryMs, catalogueBefore },
  );
  return inForce;
}

async function emptied(): Promise<void> {
  await rm(policy, { recursive: true });
  await mkdir(policy);
}

const vanishing: readonly (readonly [string, string, () => Promise<void>])[] = [
  ['octroi.yaml is emptied', 'policy_invalid', () => write('octroi.yaml', '')],
  ['octroi.yaml is gone', 'policy_file_missing', () => rm(join(policy, 'octroi.yaml'))],
  ['a Cedar file is emptied', 'policy_invalid', () => write('own.cedar', ' \n')],
  ['the folder is moved away', 'cli_file_unreadable', () => rename(policy, `${policy}.old`)],
  ['the folder is emptied', 'policy_folder_empty', () => emptied()],
];

test.each(vanishing)('%s: it is told once, and what was in force stays', async (_, code, change) => {
  const rules = await open();
  const before = rules.rules;
  await change();
  await vi.waitFor(() => expect(faults).toContain(code));
  await new Promise((resolve) => void setTimeout(resolve, 10 * lookEveryMs));
  expect(rules.rules).toBe(before);
  expect(faults.filter((each) => each === code)).toEqual([code]);
  expect(taken).toEqual([before]);
});

test('a change comes into force, and a rule that is taken out goes', async () => {
  const rules = await open();
  await write('octroi.yaml', 'workspaces: {two: {zdr: true}}\n');
  await vi.waitFor(() => expect(Object.keys(rules.rules.policy.configuration.workspaces)).toEqual(['two']));
  await rm(join(policy, 'own.cedar'));
  await vi.waitFor(() => expect(rules.rules.policy.policies.some(({ id }) => id === 'no-images')).toBe(false));
  expect(taken).toHaveLength(3);
  expect(faults).toEqual([]);
});

test('what keeps changing is not taken up before two readings agree', async () => {
  const rules = await open();
  const { version } = rules.rules.policy;
  const writing = setInterval(
    () => void write('octroi.yaml', `${sealed}# ${Math.random()}\ndefaultLabel: public\n`),
    4,
  );
  await new Promise((resolve) => void setTimeout(resolve, 10 * lookEveryMs));
  expect(rules.rules.policy.version).toBe(version);
  clearInterval(writing);
  await vi.waitFor(() => expect(rules.rules.policy.configuration.defaultLabel).toBe('public'));
});

test('a change that the ledger could not take is tried again until it can', async () => {
  const rules = await open();
  isLedgerAway = true;
  await write('octroi.yaml', 'defaultLabel: public\n');
  await vi.waitFor(() => expect(faults).toHaveLength(1));
  expect(rules.rules.policy.configuration.defaultLabel).toBe('internal');
  isLedgerAway = false;
  await vi.waitFor(() => expect(rules.rules.policy.configuration.defaultLabel).toBe('public'));
  expect(faults).toHaveLength(1);
});

test('files are found behind the links that Kubernetes makes, and whatever the case of their ending', async () => {
  const mounted = join(folder, 'mounted');
  await mkdir(join(mounted, '..data_1'), { recursive: true });
  await writeFile(join(mounted, '..data_1', 'octroi.yaml'), sealed);
  await symlink('..data_1', join(mounted, '..data'));
  await symlink('..data/octroi.yaml', join(mounted, 'octroi.yaml'));
  await writeFile(join(mounted, 'OWN.CEDAR'), noImages);
  await symlink('.', join(mounted, 'again'));
  const { policy: read, files } = await openPolicyFolder('en', mounted);
  expect(files.map(({ name }) => name)).toEqual(['OWN.CEDAR', 'octroi.yaml']);
  expect(read.configuration.workspaces['one']?.zdr).toBe(true);
  expect(read.policies.some(({ id }) => id === 'no-images')).toBe(true);
});

test('a folder that is named and rules nothing is refused, and so is a link that leads nowhere', async () => {
  const bare = join(folder, 'bare');
  await mkdir(bare);
  await writeFile(join(bare, 'README.md'), 'soon');
  await expect(openPolicyFolder('en', bare)).rejects.toMatchObject({ code: 'policy_folder_empty' });
  await symlink('nowhere', join(policy, 'more.cedar'));
  await expect(openPolicyFolder('en', policy)).rejects.toMatchObject({ code: 'cli_file_unreadable' });
});

test('an imported catalogue that is deleted stays in force, and is told', async () => {
  await importCatalogue();
  const rules = await open();
  expect(rules.rules.catalogue.version).toBe(newest.version);
  await rm(imported());
  await vi.waitFor(() => expect(faults).toEqual(['cli_catalogue_older']));
  expect(rules.rules.catalogue.version).toBe(newest.version);
  await importCatalogue();
  await write('octroi.yaml', 'defaultLabel: public\n');
  await vi.waitFor(() => expect(rules.rules.policy.configuration.defaultLabel).toBe('public'));
  expect(rules.rules.catalogue.version).toBe(newest.version);
});

test('a start with an older catalogue than was in force is refused, and one as new is not', async () => {
  await expect(open(newest.version)).rejects.toMatchObject({
    code: 'cli_catalogue_older',
    args: { before: newest.version, now: openCatalogue(shippedData).version },
  });
  expect(taken).toEqual([]);
  await importCatalogue();
  await open(newest.version);
  expect(taken).toHaveLength(1);
});
