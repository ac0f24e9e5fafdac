import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { parse as parseToml, stringify as stringifyToml } from 'smol-toml';
import { endpointError } from '../errors.ts';
import { scanEndpoint } from '../scan.ts';
import type { ProbedClient } from './clients/client.ts';

/** The settings a client runs with. */
export type SettingsSet = {
  readonly kind: 'none' | 'machine' | 'profile';
  readonly environment: Readonly<Record<string, string>>;
  /** Files in /etc, by path. */
  readonly etc: Readonly<Record<string, string>>;
  /** Names in /etc that are not seen. */
  readonly hidden: readonly string[];
  /** Files in the throw-away home. */
  readonly home: Readonly<Record<string, string>>;
  /** Every setting that is made, and the variables among them with their values: which of them silenced what. */
  readonly names: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
};

/** Nothing at all: the client as it comes. */
export function nothingSet({ profile }: Pick<ProbedClient, 'profile'>): SettingsSet {
  return { kind: 'none', environment: {}, etc: {}, hidden: [folderOf(profile)], home: {}, names: [], variables: {} };
}

/** A managed profile, in the place the client takes it from, and nothing beside it. @throws endpoint_probe_profile_unreadable */
export function profileSet({ profile }: ProbedClient, file: string): SettingsSet {
  try {
    const text = readFileSync(file, 'utf8');
    const document = parsed(profile, text);
    return {
      ...nothingSet({ profile }),
      kind: 'profile',
      etc: { [profile]: text },
      names: namesIn(document),
      variables: variablesIn(document),
    };
  } catch (fault) {
    throw endpointError('endpoint_probe_profile_unreadable', { file }, fault);
  }
}

/** A set with more variables in the environment. */
export function withVariables(set: SettingsSet, variables: Readonly<Record<string, string>>): SettingsSet {
  return {
    ...set,
    environment: { ...set.environment, ...variables },
    names: [...new Set([...set.names, ...Object.keys(variables)])],
    variables: { ...set.variables, ...variables },
  };
}

/** The variables of a client beside those the scan watches are taken as they are here and now. */
export type MachineOptions = { readonly now: Date; readonly known: readonly string[] };

/**
 * What is in force on this machine for whoever asks: its managed files, the variables of a terminal, and the person's own
 * settings without credentials, addresses of proxies, and whatever would run a program.
 */
export async function machineSet(client: ProbedClient, { now, known }: MachineOptions): Promise<SettingsSet> {
  const user = userInfo().username;
  const { variables } = await scanEndpoint({ root: '/', user, now });
  const inTerminal = variables
    .filter(({ session, source, state }) => session === 'terminal' && source === 'environment' && state === 'set')
    .map(({ name, text }) => [name, text] as const);
  const inForce = known.map((name) => [name, process.env[name]] as const);
  const environment = Object.fromEntries(
    [...inTerminal, ...inForce].flatMap(([name, text]) =>
      text === undefined || isPrivate(name) || /PROXY|CA_CERTS|CONFIG_DIR/i.test(name) ? [] : [[name, text]],
    ),
  );
  const own = ownSettings(client);
  const managed = managedDocument(client);
  return {
    kind: 'machine',
    environment,
    etc: {},
    hidden: [],
    home: own === undefined ? {} : { [client.ownSettings]: own.text },
    names: [...new Set([...Object.keys(environment), ...namesIn(own?.document), ...namesIn(managed)])],
    variables: { ...environment, ...variablesIn(own?.document), ...variablesIn(managed) },
  };
}

/** The address of the gateway that a set of settings names; undefined where it names none. */
export function gatewayOf(client: ProbedClient, { kind, environment, etc, home }: SettingsSet): string | undefined {
  const managed = join('/etc', client.profile);
  const isManaged = kind === 'machine' && existsSync(managed);
  const files = [...Object.values(home), ...Object.values(etc), isManaged ? readFileSync(managed, 'utf8') : ''];
  for (const variable of client.gatewayVariables) {
    const inFiles = files.map((text) => new RegExp(`"?${variable}"?\\s*[:=]\\s*"([^"]+)"`).exec(text)?.[1]);
    const found = [...inFiles.toReversed(), environment[variable]].find((value) => value !== undefined);
    if (found !== undefined && URL.canParse(found)) return found;
  }
  return undefined;
}

function folderOf(profile: string): string {
  return profile.split('/')[0] ?? profile;
}

function parsed(name: string, text: string): unknown {
  return basename(name).endsWith('.toml') ? parseToml(text) : JSON.parse(text);
}

// What is broken the client does not take either; the scan is what tells of it.
function managedDocument({ profile }: ProbedClient): unknown {
  const file = join('/etc', profile);
  try {
    return existsSync(file) ? parsed(file, readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

function ownSettings(client: ProbedClient): { readonly text: string; readonly document: unknown } | undefined {
  const file = join(homedir(), client.ownSettings);
  if (!existsSync(file)) return undefined;
  try {
    const document = harmless(parsed(file, readFileSync(file, 'utf8')));
    return { text: file.endsWith('.toml') ? stringifyToml(document) : JSON.stringify(document), document };
  } catch {
    return undefined;
  }
}

/** A name under which a credential stands, or a program to run. */
function isPrivate(name: string): boolean {
  return (
    !/(?:^|_)DISABLE_/.test(name) &&
    /token|secret|password|credential|api_?key|oauth|headers|hook|helper|command|mcp|statusline|refresh|notify/i.test(
      name,
    )
  );
}

function harmless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(harmless);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isPrivate(name))
      .map(([name, member]) => [name, harmless(member)]),
  );
}

/** The settings of a document: its keys, and the variables of its `env`. */
function namesIn(document: unknown): readonly string[] {
  if (!isRecord(document)) return [];
  return [...Object.keys(document).filter((name) => name !== 'env'), ...Object.keys(variablesIn(document))];
}

function variablesIn(document: unknown): Readonly<Record<string, string>> {
  const env = isRecord(document) ? document['env'] : undefined;
  if (!isRecord(env)) return {};
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
