import { expect, test } from 'vitest';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import { settingsTable } from '../../src/cli/settings/table.ts';

const read = (text: string, environment = {}) => readSettings({ file: { name: 'octroi.yaml', text }, environment });
const faultsOf = (text: string, environment = {}): string => {
  try {
    read(text, environment);
    return '';
  } catch (fault) {
    return String((fault as { args: { faults: string } }).args.faults);
  }
};

test('every setting has a default that its own bounds allow', () => {
  const settings = readSettings({ file: undefined, environment: {} });
  expect(settings.gateway).toMatchObject({ host: '127.0.0.1', port: 8040, maxBodyBytes: 36 * 1024 * 1024 });
  for (const setting of settingsTable) {
    if (setting.kind === 'integer') expect(setting.fallback).toBeGreaterThanOrEqual(setting.min);
  }
  expect(new Set(settingsTable.map(({ environment }) => environment)).size).toBe(settingsTable.length);
});

test('the environment goes before the file, the file before the default', () => {
  const text = 'gateway:\n  port: 9000\n  host: 0.0.0.0\nlanguage: fr\n';
  const settings = read(text, { OCTROI_GATEWAY_PORT: '9001' });
  expect(settings).toMatchObject({ gateway: { port: 9001, host: '0.0.0.0' }, language: 'fr', console: { port: 8041 } });
});

test('tells all that is wrong at once, each with its line and key', () => {
  const text = [
    'gateway:',
    '  port: 99999',
    '  prot: 1',
    'language: de',
    'console:',
    '  hosts: [a, 3]',
    'surprise: 1',
    'ledger: 7',
  ].join('\n');
  const faults = faultsOf(text, { OCTROI_GATEWAY_DRAIN_MS: 'soon' });
  expect(
    faults
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    'octroi.yaml:3: gateway.prot: unknown',
    'octroi.yaml:7: surprise: unknown',
    'octroi.yaml:8: ledger: unknown',
    'octroi.yaml:4: language: fr | en',
    'octroi.yaml:2: gateway.port: 0…65535 (port)',
    'OCTROI_GATEWAY_DRAIN_MS: gateway.drainMs: 0…3600000 (ms)',
    'octroi.yaml:6: console.hosts: list',
  ]);
});

test.each([
  ['a tab where YAML wants spaces', 'gateway:\n\tport: 1', 'octroi.yaml:2'],
  ['a key twice', 'data: a\ndata: b', 'octroi.yaml:2'],
  ['a list', '- a', 'list: unknown'],
  ['a number with a point', 'gateway: { port: 80.5 }', 'gateway.port'],
  ['a number as text', 'gateway: { port: "x" }', 'gateway.port'],
  ['a group where a value belongs', 'data: { a: 1 }', 'data: text'],
])('refuses %s', (_, text, told) => {
  expect(faultsOf(text)).toContain(told);
});

test.each([
  ['two servers on one port', 'console: { port: 8040 }', 'gateway.port = console.port'],
  ['room for less than one body', 'gateway: { maxHeldBytes: 1048576 }', 'gateway.maxHeldBytes < gateway.maxBodyBytes'],
  ['an owner without a login', 'database: { migrationUrl: "postgresql://a@b/c" }', 'database.migrationUrl'],
  ['a public address that is none', 'gateway: { publicUrl: "octroi.internal" }', 'gateway.publicUrl'],
])('refuses the contradiction of %s', (_, text, told) => {
  expect(faultsOf(text)).toContain(told);
});

test('an empty file is the defaults', () => {
  expect(read('')).toEqual(readSettings({ file: undefined, environment: {} }));
});

test.each([
  ['syslogFormat: leef', 'siem.syslogFormat: ocsf | cef'],
  ['otlpEncoding: xml', 'siem.otlpEncoding: protobuf | json'],
  ['paths: all', 'siem.paths: masked | none'],
  ['since: yesterday', 'siem.since: 2026-11-01 | 2026-11-01T08:00:00Z'],
  ['keyFile: key.pem', 'siem.certificateFile, siem.keyFile: –'],
  ['syslog: udp://siem:514', 'siem.syslog: tls://… | tcp://…'],
  ['otlp: siem:4318', 'siem.otlp: https://…/v1/logs'],
])('the setting siem.%s is refused', (line, fault) => {
  expect(faultsOf(`siem:\n  ${line}`)).toContain(fault);
});
