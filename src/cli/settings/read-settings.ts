import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { cliError } from '../errors.ts';
import type { Settings } from './settings.ts';
import { egressContradictions } from './egress-contradictions.ts';
import { isNetwork } from './is-network.ts';
import { siemContradictions } from './siem-contradictions.ts';
import { type Setting, settingsTable } from './table.ts';

/** What settings are read from: the file's text if there is one, and the environment, which goes before it. */
export type SettingsSource = {
  readonly file: { readonly name: string; readonly text: string } | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

type Given = { readonly value: unknown; readonly where: string };

/**
 * Reads and checks the settings. What is wrong is told all at once, each with its file, line and key, or its variable.
 * @throws cli_settings_invalid
 */
export function readSettings(source: SettingsSource): Settings {
  const faults: string[] = [];
  const given = source.file ? fromFile(source.file, faults) : new Map<string, Given>();
  for (const setting of settingsTable) {
    const text = source.environment[setting.environment];
    if (text !== undefined && text !== '') given.set(setting.path, { value: text, where: setting.environment });
  }
  const values = new Map(
    settingsTable.map((setting) => [setting.path as string, valueOf(setting, given.get(setting.path), faults)]),
  );
  const settings = nest(values);
  faults.push(...contradictions(settings));
  if (faults.length > 0)
    throw cliError('cli_settings_invalid', { faults: faults.map((fault) => `\n  ${fault}`).join('') });
  return settings;
}

function fromFile(file: { readonly name: string; readonly text: string }, faults: string[]): Map<string, Given> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number): string => `${file.name}:${lines.linePos(offset).line}`;
  for (const fault of document.errors) faults.push(`${lineAt(fault.pos[0])}: ${fault.message.split('\n')[0]}`);
  const given = new Map<string, Given>();
  if (document.contents !== null) collect(document.contents, '', { given, faults, lineAt });
  return given;
}

type Collecting = {
  readonly given: Map<string, Given>;
  readonly faults: string[];
  readonly lineAt: (offset: number) => string;
};

function collect(node: Node, path: string, collecting: Collecting): void {
  const { given, faults, lineAt } = collecting;
  const where = lineAt(node.range?.[0] ?? 0);
  const isKnown = settingsTable.some((setting) => setting.path === path);
  const isGroup = path === '' || settingsTable.some((setting) => setting.path.startsWith(`${path}.`));
  if (isMap<Node, Node | null>(node) && isGroup) {
    for (const pair of node.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '?';
      if (pair.value) collect(pair.value, path === '' ? name : `${path}.${name}`, collecting);
    }
    return;
  }
  if (!isKnown) faults.push(`${where}: ${path || kindOf(node)}: unknown`);
  else given.set(path, { value: isScalar(node) ? node.value : isSeq(node) ? node.toJSON() : undefined, where });
}

function kindOf(node: Node): string {
  return isSeq(node) ? 'list' : 'text';
}

function valueOf(setting: Setting, given: Given | undefined, faults: string[]): unknown {
  if (!given) return setting.fallback;
  const value = parse(setting, given.value);
  if (value !== undefined) return value;
  faults.push(`${given.where}: ${setting.path}: ${expectation(setting)}`);
  return setting.fallback;
}

function parse(setting: Setting, value: unknown): unknown {
  switch (setting.kind) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'language':
      return value === 'fr' || value === 'en' ? value : undefined;
    case 'list':
      return parseList(value);
    case 'integer':
      return parseInteger(setting, value);
  }
}

function parseList(value: unknown): readonly string[] | undefined {
  const items: unknown = typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
  return Array.isArray(items) && items.every((item) => typeof item === 'string' && item !== '') ? items : undefined;
}

function parseInteger(setting: Setting, value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined;
  return number >= (setting.min ?? 0) && number <= (setting.max ?? Number.MAX_SAFE_INTEGER) ? number : undefined;
}

function expectation(setting: Setting): string {
  if (setting.kind === 'integer') return `${setting.min}…${setting.max} (${setting.unit})`;
  return { text: 'text', language: 'fr | en', list: 'list' }[setting.kind];
}

function nest(values: ReadonlyMap<string, unknown>): Settings {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = nested;
    for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return nested as Settings;
}

function contradictions(settings: Settings): readonly string[] {
  const { gateway, console: panel, database, ledger, signIn } = settings;
  const found: string[] = [];
  if (gateway.port !== 0 && gateway.port === panel.port && gateway.host === panel.host)
    found.push('gateway.port = console.port');
  if (gateway.maxHeldBytes < gateway.maxBodyBytes) found.push('gateway.maxHeldBytes < gateway.maxBodyBytes');
  if (database.migrationUrl !== '' && database.url === '') found.push('database.migrationUrl, database.url: –');
  // It becomes the name of keys, where a space or a plus sign would end it (C2SP signed-note).
  if (!/^[^\p{White_Space}+\p{Cc}]{1,200}$/u.test(ledger.name)) found.push('ledger.name: example.com/octroi');
  if ((ledger.timeStampUrl === '') !== (ledger.timeStampRoots === ''))
    found.push('ledger.timeStampUrl, ledger.timeStampRoots: –');
  for (const [path, url] of [
    ['ledger.timeStampUrl', ledger.timeStampUrl],
    ['gateway.publicUrl', gateway.publicUrl],
    ['console.publicUrl', panel.publicUrl],
    ['signIn.issuer', signIn.issuer],
  ] as const) {
    if (url !== '' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) found.push(`${path}: https://…`);
  }
  if (signIn.notice.length > longestNotice) found.push(`signIn.notice: 0…${longestNotice}`);
  for (const entry of gateway.trustedProxies)
    if (!isNetwork(entry)) found.push(`gateway.trustedProxies: ${entry}: 10.0.0.1 | 10.0.0.0/8`);
  return [...found, ...siemContradictions(settings), ...egressContradictions(settings)];
}

// What the client shows of it at its sign-in (facts/claude-code-gateway-protocol.md).
const longestNotice = 500;
