import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../../src/catalogue/index.ts';
import { claudeCode } from '../../../src/endpoint/probe/clients/claude-code.ts';
import { compareWithRecord, recordOf, whatWasSilenced } from '../../../src/endpoint/probe/compare.ts';
import type { Attempt } from '../../../src/endpoint/probe/attempt.ts';
import {
  type Against,
  reportRun,
  type RunReport,
  type RunSeen,
  verdictOn,
} from '../../../src/endpoint/probe/report.ts';
import { gatewayOf, nothingSet, profileSet, withVariables } from '../../../src/endpoint/probe/settings-set.ts';

const registry = ['registry', 'npmjs', 'org'].join('.');
const against: Against = {
  vendor: 'anthropic',
  catalogue: openCatalogue(shippedData),
  on: new Date('2026-11-26'),
  npmRegistry: registry,
};
const folder = mkdtempSync(join(tmpdir(), 'octroi-test-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function attempt(line: string, way: Attempt['way'] = 'proxy'): Attempt {
  const [method = '', host = '', path] = line.split(' ');
  const reached = { way, host, port: 443, credentials: [], count: 1 };
  return path === undefined ? reached : { ...reached, method, path };
}

type Made = Partial<Omit<RunSeen, 'seen'>> & Partial<RunSeen['seen']>;

function run({ settings = 'none', mode = 'one_shot', gateway, variable, ...seen }: Made): RunReport {
  const whole = {
    version: '2.1.330',
    attempts: [],
    hasAnswer: true,
    exitCode: 0,
    isOutOfTime: false,
    shown: '',
    unseen: { refused: 0, internal: 0, datagrams: 0 },
    leftBehind: [],
    ...seen,
  };
  return reportRun({ settings, mode, gateway, seen: whole, ...(variable === undefined ? {} : { variable }) }, against);
}

const messages = 'POST api.anthropic.com /v1/messages';
const batch = 'POST api.anthropic.com /api/event_logging/v2/batch';
const gateway = 'https://octroi.internal';

test('with a gateway everything but the gateway is beyond; without one the vendor’s own API is needed', () => {
  const bearings = (attempts: readonly Attempt[], at?: string) =>
    run({ attempts, gateway: at }).attempts.map(({ bearing }) => bearing);
  expect(bearings([attempt('POST octroi.internal /v1/messages'), attempt(messages)], gateway)).toEqual([
    'gateway',
    'beyond',
  ]);
  expect(
    bearings([
      attempt(messages),
      attempt('GET api.anthropic.com /api/claude_code/settings'),
      attempt('GET api.anthropic.com /api/claude_cli/bootstrap'),
      attempt(batch),
      attempt('GET api.anthropic.com /never/seen'),
      attempt('GET github.com /anthropics/x'),
      attempt('NAME api.anthropic.com', 'name'),
    ]),
  ).toEqual(['needed', 'needed', 'beyond', 'beyond', 'beyond', 'beyond', 'beyond']);
});

test('the same host at another port is not the gateway, and loopback has several names', () => {
  const [here, other] = run({
    gateway: 'http://127.0.0.1:8787',
    attempts: [
      { ...attempt('POST localhost /v1/messages', 'direct'), port: 8787 },
      { ...attempt('POST localhost /v1/messages', 'direct'), port: 4318 },
    ],
  }).attempts;
  expect([here?.bearing, other?.bearing]).toEqual(['gateway', 'beyond']);
});

const quiet: Made = { settings: 'profile', gateway, attempts: [attempt('POST octroi.internal /v1/messages')] };

test.each<[string, Made, 'namespace' | 'proxy_only', string]>([
  ['went all the way and reached the gateway alone', quiet, 'namespace', 'quiet'],
  ['reached something beyond', { ...quiet, attempts: [attempt(batch)] }, 'namespace', 'speaks'],
  ['refused to start', { ...quiet, attempts: [], hasAnswer: false }, 'namespace', 'unknown'],
  [
    'connected where nobody listens',
    { ...quiet, unseen: { refused: 1, internal: 0, datagrams: 0 } },
    'namespace',
    'unknown',
  ],
  [
    'sent a datagram where nobody listens',
    { ...quiet, unseen: { refused: 0, internal: 0, datagrams: 1 } },
    'namespace',
    'unknown',
  ],
  ['was not held in a namespace', { ...quiet, unseen: undefined }, 'proxy_only', 'unknown'],
])('a client that %s', (_, made, guarantee, verdict) => {
  expect(verdictOn([run(made)], guarantee)).toBe(verdict);
});

test('nothing is judged by runs with nothing set', () => {
  expect(verdictOn([run({ attempts: [attempt(batch)] })], 'namespace')).toBe('unknown');
});

test('what the settings silenced is told with what did it: measured alone, moved to the gateway, or by the catalogue', () => {
  const set = { names: ['ANTHROPIC_BASE_URL', 'DISABLE_TELEMETRY'], gatewayVariables: ['ANTHROPIC_BASE_URL'] };
  const bare = run({ attempts: [attempt(messages), attempt(batch), attempt('GET downloads.claude.ai /x')] });
  expect(whatWasSilenced([bare, run(quiet)], set, against)).toEqual([
    { mode: 'one_shot', line: messages, by: ['ANTHROPIC_BASE_URL'], basis: 'measured' },
    { mode: 'one_shot', line: batch, by: ['DISABLE_TELEMETRY'], basis: 'catalogue' },
    { mode: 'one_shot', line: 'GET downloads.claude.ai /x', by: [], basis: 'unknown' },
  ]);
  const alone = run({ settings: 'variable', variable: 'DO_NOT_TRACK', attempts: [attempt(messages)] });
  expect(whatWasSilenced([bare, run(quiet), alone], set, against)[1]).toMatchObject({
    by: ['DO_NOT_TRACK'],
    basis: 'measured',
  });
});

test('a client that did not come as far was not silenced', () => {
  const bare = run({ attempts: [attempt(batch)] });
  const set = { names: ['DISABLE_TELEMETRY'], gatewayVariables: [] };
  expect(whatWasSilenced([bare, run({ ...quiet, attempts: [], hasAnswer: false })], set, against)).toEqual([]);
});

const records = against.catalogue.client('claude-code', against.on)?.probes ?? [];
const asRecorded = (records[0]?.runs[0]?.reached ?? []).map((line) => attempt(line.replace('sdk-*', 'sdk-zAZezf')));

test('a version is set beside its own record: what is missing, what is new, and hosts nobody knows', () => {
  const whole = run({ attempts: asRecorded });
  expect(compareWithRecord({ version: '2.1.330', runs: [whole] }, records, against)).toEqual({
    recorded: '2.1.330',
    isSameVersion: true,
    modes: [{ mode: 'one_shot', missing: [], added: [] }],
    unknownHosts: [],
  });
  const other = run({ attempts: [...asRecorded.slice(1), attempt('POST telemetry.new.test /v1')] });
  const compared = compareWithRecord({ version: '2.1.340', runs: [other] }, records, against);
  expect(compared).toMatchObject({ recorded: '2.1.330', isSameVersion: false, unknownHosts: ['telemetry.new.test'] });
  expect(compared.modes[0]?.missing.length).toBe(1);
  expect(compared.modes[0]?.added).toEqual(['POST telemetry.new.test /v1']);
});

test('a record that a host was connected to is met by what was asked of it, and a name by the connection after it', () => {
  const [shipped] = records;
  if (!shipped) throw new Error('the catalogue has a record of Claude Code');
  const record = {
    ...shipped,
    runs: [{ mode: 'interactive' as const, reached: ['CONNECT npm-registry', 'NAME github.com'] }],
  };
  const seen = run({
    mode: 'interactive',
    attempts: [
      attempt(`GET ${registry} /npm`),
      attempt('NAME github.com', 'name'),
      { ...attempt('CONNECT github.com', 'direct'), port: 22 },
    ],
  });
  expect(compareWithRecord({ version: '2.1.330', runs: [seen] }, [record], against).modes).toEqual([
    { mode: 'interactive', missing: [], added: [] },
  ]);
  expect(recordOf([seen])).toEqual([
    { mode: 'interactive', reached: ['CONNECT github.com:22', 'GET npm-registry /npm', 'NAME github.com'] },
  ]);
});

test('a profile stands where the client takes it from, and names its gateway; nothing set hides the machine’s', () => {
  const file = join(folder, 'managed-settings.json');
  writeFileSync(file, JSON.stringify({ env: { ANTHROPIC_BASE_URL: gateway }, skipWebFetchPreflight: true }));
  const set = profileSet(claudeCode, file);
  expect(Object.keys(set.etc)).toEqual(['claude-code/managed-settings.json']);
  expect(set.names).toEqual(['skipWebFetchPreflight', 'ANTHROPIC_BASE_URL']);
  expect(gatewayOf(claudeCode, set)).toBe(gateway);
  expect(nothingSet(claudeCode).hidden).toEqual(['claude-code']);
  expect(gatewayOf(claudeCode, nothingSet(claudeCode))).toBeUndefined();
  expect(gatewayOf(claudeCode, withVariables(nothingSet(claudeCode), { ANTHROPIC_BASE_URL: gateway }))).toBe(gateway);
});

test('a profile that cannot be read is refused', () => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, '{"env":');
  const code = 'endpoint_probe_profile_unreadable';
  expect(() => profileSet(claudeCode, file)).toThrow(expect.objectContaining({ code }));
  expect(() => profileSet(claudeCode, join(folder, 'absent.json'))).toThrow(expect.objectContaining({ code }));
});
