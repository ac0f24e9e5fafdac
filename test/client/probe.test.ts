import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import type { ProbeReport } from '../../src/endpoint/probe/index.ts';
import { findOnPath } from '../../src/endpoint/probe/isolation.ts';
import { claudeCode } from '../support/claude-code.ts';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { allowsNamespaces } from '../support/laboratory.ts';

const isAllowed = await allowsNamespaces();
let folder: string;
let report: ProbeReport;

beforeAll(async () => {
  folder = await makeFolder();
  if (isAllowed) report = await probeClaudeCode();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an administrator does on the day a version appears: compile the policy, and probe with what it gives. */
async function probeClaudeCode(): Promise<ProbeReport> {
  const compiled = await run(['policy', 'compile', '--target', 'claude-code', '--gateway', 'https://octroi.internal'], {
    folder,
  });
  const profile = join(folder, 'managed-settings.json');
  writeFileSync(profile, startable(compiled.out));
  const words = ['claude-code', '--program', await claudeCode(), '--profile', profile, '--watch-seconds', '8'];
  const ran = await run(['endpoint', 'probe', ...words, '--json'], { folder });
  const [first] = (JSON.parse(ran.out) as { probes: readonly ProbeReport[] }).probes;
  if (!first) throw new Error(ran.err);
  return first;
}

// Where the sandbox has not what it needs, the client refuses to start under this profile: no proof of anything.
function startable(profile: string): string {
  if (findOnPath('bwrap') !== undefined && findOnPath('socat') !== undefined) return profile;
  process.stderr.write('NOTE: no bwrap and socat here, so the profile is tried without its sandbox keys\n');
  const { sandbox: _, ...rest } = JSON.parse(profile) as Readonly<Record<string, unknown>>;
  return JSON.stringify(rest);
}

const runOf = (settings: string, mode: string) =>
  report.runs.find((one) => one.settings === settings && one.mode === mode);

test.skipIf(!isAllowed).each(['one_shot', 'interactive'])(
  'with the compiled profile Claude Code (%s) is answered, and connects to the gateway alone',
  (mode) => {
    const quiet = runOf('profile', mode);
    expect(quiet?.reached).toBe('answered');
    expect(quiet?.attempts.map(({ line, credentials }) => `${line} ${credentials.join()}`)).toEqual([
      'POST octroi.internal /v1/messages ANTHROPIC_AUTH_TOKEN',
    ]);
    expect(quiet?.unseen).toEqual({ refused: 0, internal: 0, datagrams: 0 });
    expect(quiet?.leftBehind).toEqual([]);
    expect([report.guarantee, report.verdict]).toEqual(['namespace', 'quiet']);
  },
);

test.skipIf(!isAllowed)(
  'with nothing set it reaches for what the catalogue’s record says, but for what is known to differ',
  () => {
    const { recorded, modes, unknownHosts } = report.comparison;
    expect(recorded).toBe('2.1.330');
    expect(unknownHosts).toEqual([]);
    expect(modes).toEqual([
      { mode: 'one_shot', missing: [], added: [] },
      // The catalogue of models is signed since 2.1.331 or 2.1.332: its signature is fetched beside it.
      {
        mode: 'interactive',
        missing: [],
        added: ['GET downloads.claude.ai /model-catalog/v1/catalog.json.raw-sig.json'],
      },
    ]);
  },
);

test.skipIf(!isAllowed)('a key of the vendor’s goes to the vendor alone', () => {
  const carried = [...(runOf('none', 'one_shot')?.attempts ?? []), ...(runOf('none', 'interactive')?.attempts ?? [])]
    .filter(({ credentials }) => credentials.length > 0)
    .map(({ host }) => host);
  expect(new Set(carried)).toEqual(new Set(['api.anthropic.com']));
});

const matrix = join(import.meta.dirname, '..', '..', '..', 'shared', 'facts', 'claude-code-network-matrix.json');
const matrixMissing = existsSync(matrix) ? '' : `SKIPPED: no ${matrix}`;

type Row = {
  readonly group: string;
  readonly run: string;
  readonly connect: Readonly<Record<string, number>>;
  readonly dnsOutsideProxy: Readonly<Record<string, number>>;
  readonly requests: Readonly<Record<string, number>>;
};

test.skipIf(matrixMissing !== '')(`the catalogue’s record is what the network matrix says ${matrixMissing}`, () => {
  const { rows } = JSON.parse(readFileSync(matrix, 'utf8')) as { rows: readonly Row[] };
  const record = openCatalogue(shippedData)
    .client('claude-code', new Date())
    ?.probes?.find(({ version }) => version === '2.1.330');
  for (const [mode, group] of [
    ['one_shot', 'net-p'],
    ['interactive', 'net-i'],
  ]) {
    const row = rows.find((one) => one.group === group && one.run === 'direct-none-mitm');
    if (!row) throw new Error('the matrix has this row');
    const recorded = record?.runs.find((one) => one.mode === mode)?.reached ?? [];
    expect(recorded.toSorted()).toEqual(linesOf(row).toSorted());
  }
});

function linesOf({ connect, dnsOutsideProxy, requests }: Row): readonly string[] {
  const asked = Object.keys(requests).map((text) => text.split(' '));
  const hosts = new Set(asked.map(([host]) => host));
  const silent = Object.keys(connect)
    .map((target) => target.replace(/:443$/, ''))
    .filter((host) => !hosts.has(host));
  return [
    ...asked.map(([host, method, path = '']) => `${method} ${host} ${path.replace(/sdk-.*/, 'sdk-*')}`),
    ...silent.map((host) => `CONNECT ${host.replace('npm-registry.host', 'npm-registry')}`),
    ...Object.keys(dnsOutsideProxy).map((host) => `NAME ${host}`),
  ];
}
