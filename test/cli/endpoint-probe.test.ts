import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { allowsNamespaces, writeFake } from '../support/laboratory.ts';

const isAllowed = await allowsNamespaces();
let folder: string;
let program: string;
let profile: string;

beforeAll(async () => {
  folder = await makeFolder();
  program = writeFake(folder);
  profile = join(folder, 'managed-settings.json');
  writeFileSync(profile, JSON.stringify({ env: { ANTHROPIC_BASE_URL: 'https://octroi.internal' } }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const probe = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  run(['endpoint', 'probe', ...words], { folder, environment });
const fake = () => ['claude-code', '--program', program, '--profile', profile, '--mode', 'one-shot'];

test.skipIf(!isAllowed)('a probe says in JSON what was reached for with nothing set and with the profile', async () => {
  const { code, out } = await probe([...fake(), '--json', '--record']);
  const { probes } = JSON.parse(out);
  expect(code).toBe(0);
  expect(probes).toHaveLength(1);
  expect(probes[0]).toMatchObject({
    schema: 'octroi.endpoint.probe/1',
    client: 'claude-code',
    version: '1.2.3',
    guarantee: 'namespace',
    verdict: 'quiet',
    silenced: [
      { mode: 'one_shot', line: 'POST api.vendor.test /v1/messages', by: ['ANTHROPIC_BASE_URL'], basis: 'measured' },
    ],
    comparison: { recorded: '2.1.330', isSameVersion: false, unknownHosts: ['api.vendor.test'] },
  });
  const lines = probes[0].runs.map(
    (one: {
      settings: string;
      gateway: string | null;
      attempts: { line: string; bearing: string; credentials: string[] }[];
    }) => [
      one.settings,
      one.gateway,
      ...one.attempts.map(({ line, bearing, credentials }) => `${bearing} ${line} ${credentials}`),
    ],
  );
  expect(lines).toEqual([
    ['none', null, 'beyond POST api.vendor.test /v1/messages ANTHROPIC_API_KEY'],
    ['profile', 'https://octroi.internal', 'gateway POST octroi.internal /v1/messages ANTHROPIC_AUTH_TOKEN'],
  ]);
  const kept = JSON.parse(readFileSync(join(folder, 'data', 'catalogue', 'probes', 'claude-code-1.2.3.json'), 'utf8'));
  expect(kept.record.runs).toEqual([{ mode: 'one_shot', reached: ['POST api.vendor.test /v1/messages'] }]);
});

test.skipIf(!isAllowed)(
  'what was recorded is shown by the catalogue, and the version is set beside it from then on',
  async () => {
    await probe([...fake(), '--record']);
    const shown = await run(['catalogue', 'show', '--probes'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
    expect(shown.out).toMatch(
      /claude-code +1\.2\.3 +question unique +POST api\.vendor\.test \/v1\/messages +\S+ +noté ici/,
    );
    expect(shown.out).toMatch(/claude-code +2\.1\.330 +interactif +NAME github\.com +2026-11-23 +le catalogue/);
    const again = await probe(fake(), { LANG: 'fr_FR.UTF-8' });
    expect(again.out).toContain('Ce que le catalogue a noté de 1.2.3 : 0 non vus, 0 vus en plus.');
    expect(again.out).toMatch(
      /profil +question unique +passerelle +POST octroi\.internal \/v1\/messages +1 +le mandataire +ANTHROPIC_AUTH_TOKEN/,
    );
    expect(again.code).toBe(0);

    const file = join(folder, 'data', 'catalogue', 'probes', 'claude-code-1.2.3.json');
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    kept.record.runs[0].reached = ['GET gone.test /'];
    writeFileSync(file, JSON.stringify(kept));
    const other = await probe(fake());
    expect(other.out).toContain('- one-shot: GET gone.test /');
    expect(other.out).toContain('+ one-shot: POST api.vendor.test /v1/messages');
    expect(other.code).toBe(1);
    writeFileSync(file, '{');
    expect((await probe(fake())).err).toContain('[cli_file_unreadable]');
    rmSync(file);
  },
);

test.skipIf(!isAllowed)(
  'a client that still speaks with the settings is told of, with a code a pipeline stops at',
  async () => {
    const { code, out } = await probe([...fake(), '--set', 'FAKE_DOES=model telemetry']);
    expect(out).toMatch(/profile +one-shot +BEYOND +POST telemetry\.vendor\.test \/batch/);
    expect(out).toContain('still reaches for what stands under BEYOND');
    expect(code).toBe(1);
  },
);

test.skipIf(!isAllowed)('a client that does not come to an answer is not called silent', async () => {
  const { code, out } = await probe([...fake(), '--set', 'FAKE_DOES=unlistened']);
  expect(out).toContain('1 connections and 0 datagrams went where nobody listens');
  expect(out).toContain('is not known');
  expect(code).toBe(3);
});

test.skipIf(!isAllowed)('each variable alone measures which of them silences what', async () => {
  const { out } = await probe([...fake(), '--each-alone', '--set', 'FAKE_DOES=model', '--json']);
  const [{ runs }] = JSON.parse(out).probes;
  expect(runs.map((one: { settings: string; variable?: string }) => one.variable ?? one.settings)).toEqual([
    'none',
    'profile',
    'ANTHROPIC_BASE_URL',
    'FAKE_DOES',
  ]);
});

test('without a namespace it says that it is no proof, and judges nothing quiet', async () => {
  const bare = ['claude-code', '--program', program, '--mode', 'one-shot', '--without-namespace'];
  const { code, out } = await probe([...bare, '--set', 'ANTHROPIC_BASE_URL=https://octroi.internal']);
  expect(out).toContain('NOT HELD');
  expect(out).toMatch(/in force here +one-shot +gateway +POST octroi\.internal \/v1\/messages/);
  expect(code).toBe(3);
});

test.each([
  [['no-such'], 2, 'endpoint_probe_client_unknown'],
  [[], 2, 'cli_option_missing'],
  [['codex', '--program', '/no/such/program'], 3, 'endpoint_probe_client_missing'],
  [['--all', 'codex'], 2, 'cli_option_invalid'],
  [['--all', '--profile', 'x.json'], 2, 'cli_option_invalid'],
  [['--all'], 3, 'endpoint_probe_none_installed'],
])('endpoint probe %j is refused, in both languages', async (words, code, error) => {
  for (const LANG of ['C', 'fr_FR.UTF-8']) {
    const ran = await probe(words, { LANG, PATH: '/no/such/folder' });
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(`[${error}]`)]);
  }
});

test.each([
  [['--mode', 'both'], 2, 'cli_option_invalid'],
  [['--set', 'nothing'], 2, 'cli_option_invalid'],
  // Only in a namespace can another /etc stand in the place of the machine's.
  [['--without-namespace', '--profile', 'x.json'], 2, 'cli_option_invalid'],
  [['--watch-seconds', 'long'], 2, 'cli_option_invalid'],
  [['--profile', '/no/such/profile.json'], 3, 'endpoint_probe_profile_unreadable'],
])('endpoint probe claude-code %j is refused before anything runs', async (words, code, error) => {
  const ran = await probe(['claude-code', '--program', program, ...words]);
  expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(`[${error}]`)]);
  expect(ran.err).not.toContain('octroi: Claude Code,');
});

test('a system without the tools that make a namespace is told which are missing', async () => {
  const ran = await probe(['claude-code', '--program', program], { PATH: '/no/such/folder' });
  expect([ran.code, ran.err]).toEqual([3, expect.stringContaining('unshare, mount, ip, script, stty')]);
});
