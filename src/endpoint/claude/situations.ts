import { type Bound, isNonEmpty, type Place } from '../environment/bound.ts';
import type { Session } from '../environment/sessions.ts';
import type { RegistryView } from '../environment/windows.ts';
import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import { compareVersions, type Installation } from './installations.ts';
import { type ManagedSource, readManagedSources } from './managed-sources.ts';
import type { Project } from './projects.ts';
import { type Layer, layersOf, type Settings } from './settings.ts';
import { type FileFault, readSettingsFile } from './settings-document.ts';

/** One way the client can be started: from a session, in a project or outside all. */
export type Situation = {
  readonly session: Session;
  readonly project: Project | undefined;
  readonly settings: Settings;
  readonly managed: readonly ManagedSource[];
  /** Files of one's own that the client does not take. */
  readonly faults: readonly FileFault[];
  readonly configFolder: string;
};

export type SituationSource = {
  readonly machine: Machine;
  readonly person: Person;
  readonly registry: RegistryView;
  readonly sessions: readonly Session[];
  readonly projects: readonly Project[];
  readonly installations: readonly Installation[];
};

const environmentAddsUpSince = '2.1.223';

/** Every situation of a person: each session, outside projects and in each project with settings of its own. */
export function findSituations(source: SituationSource): readonly Situation[] {
  return source.sessions.flatMap((session) => {
    const configFolder = configFolderOf(session, source.person);
    const isMoved = configFolder !== `${source.person.home}/.claude`;
    const home: Project = { path: source.person.home, hasSettings: true, isRepository: false };
    const isHomeProject = isMoved || source.machine.files.isFile(`${home.path}/.claude/settings.local.json`);
    const projects = source.projects.filter(({ hasSettings }) => hasSettings);
    return [undefined, ...(isHomeProject ? [home] : []), ...projects].map((project) =>
      situationOf({ session, project, configFolder, isMoved }, source),
    );
  });
}

function configFolderOf({ state }: Session, { home }: Person): string {
  const bound = state.get('CLAUDE_CONFIG_DIR');
  const isGiven = bound.kind === 'set' && bound.isExported && bound.text.kind === 'known' && bound.text.text !== '';
  if (!isGiven || bound.text.kind !== 'known') return `${home}/.claude`;
  const path = bound.text.text.replaceAll('\\', '/').replace(/^[A-Za-z]:(?=\/)/, '');
  return path.replace(/^~(?=\/|$)/, home).replace(/\/+$/, '');
}

type Start = {
  readonly session: Session;
  readonly project: Project | undefined;
  readonly configFolder: string;
  readonly isMoved: boolean;
};

function situationOf({ session, project, configFolder, isMoved }: Start, source: SituationSource): Situation {
  const { machine, person, registry, installations } = source;
  const faults: FileFault[] = [];
  const layer = (name: Layer['name'], path: string): readonly Layer[] => {
    const reading = readSettingsFile(machine.files, path, person);
    if (reading.kind === 'fault') faults.push(reading.fault);
    return reading.kind === 'read' ? [{ name, documents: [reading.document], isManaged: false }] : [];
  };
  const isHome = project?.path === person.home;
  const own = [
    ...(project ? layer('local', `${project.path}/.claude/settings.local.json`) : []),
    ...(project && (!isHome || isMoved) ? layer('project', `${project.path}/.claude/settings.json`) : []),
    ...layer('user', `${configFolder}/settings.json`),
  ];
  const managed = readManagedSources({ machine, person, registry, configFolder });
  const addsUpEnvironment = installations.every(({ version }) => compareVersions(version, environmentAddsUpSince) >= 0);
  const without = layersOf({ managed, own, skipsServerManaged: true, addsUpEnvironment });
  const base = readVariable('ANTHROPIC_BASE_URL', { session, settings: without });
  const skipsServerManaged = base.state !== 'unset' && !isAnthropic(base.text);
  const settings = skipsServerManaged ? without : layersOf({ managed, own, skipsServerManaged, addsUpEnvironment });
  return { session, project, settings, managed, faults, configFolder };
}

/** Whether an address is the vendor's own. */
export function isAnthropic(url: string | undefined): boolean {
  if (url === undefined) return false;
  try {
    const { hostname } = new URL(url);
    return /(?:^|\.)(?:anthropic\.com|claude\.ai|claude\.com)$/.test(hostname.replace(/\.$/, ''));
  } catch {
    // No address at all: not the vendor's.
    return false;
  }
}

export type Origin = SettingOrigin | 'environment';
type SettingOrigin = 'server_managed' | 'mdm' | 'managed_file' | 'hkcu' | 'local' | 'project' | 'user';

/** A value that lost against a stronger one. */
export type Override = {
  readonly file: string;
  readonly line: number;
  readonly value: string | null;
  readonly source: Origin;
};

/** A variable as the client would see it. */
export type Variable = {
  readonly name: string;
  /** `set` means set to something: the client takes an empty one as not set. */
  readonly state: 'set' | 'unset' | 'unknown';
  readonly text: string | undefined;
  readonly place: Place | undefined;
  readonly source: Origin | undefined;
  /** Why it is unset or unknown. */
  readonly cause:
    | 'never'
    | 'unset'
    | 'empty'
    | 'not_exported'
    | 'value_dynamic'
    | Extract<Bound, { kind: 'unknown' }>['doubt']
    | undefined;
  readonly holds: boolean;
  readonly overrides: readonly Override[];
};

/** A variable through all that can set it: administrators' settings, one's own, then the session's environment. */
export function readVariable(name: string, { session, settings }: Pick<Situation, 'session' | 'settings'>): Variable {
  const [first, ...others] = settings.variable(name);
  const bound = session.state.get(name);
  const below = boundOverrides(bound);
  if (!first) return fromBound(name, bound);
  const overrides = [...others.map(({ file, line, text, source }) => ({ file, line, value: text, source })), ...below];
  const isSet = first.text !== '';
  return {
    name,
    state: isSet ? 'set' : 'unset',
    text: first.text,
    place: { file: first.file, line: first.line },
    source: first.source,
    cause: isSet ? undefined : 'empty',
    holds: first.isManaged,
    overrides,
  };
}

function fromBound(name: string, bound: Bound): Variable {
  const overrides = bound.previous ? boundOverrides(bound.previous) : [];
  const place = bound.at && bound.at.file !== '' ? bound.at : undefined;
  const shared = { name, place, source: place ? ('environment' as const) : undefined, holds: false, overrides };
  if (bound.kind === 'unset')
    return { ...shared, state: 'unset', text: undefined, cause: bound.at ? 'unset' : 'never' };
  if (bound.kind === 'unknown') return { ...shared, state: 'unknown', text: undefined, cause: bound.doubt };
  const text = bound.text.kind === 'known' ? bound.text.text : undefined;
  if (!bound.isExported) return { ...shared, state: 'unset', text, cause: 'not_exported' };
  if (text === '') return { ...shared, state: 'unset', text, cause: 'empty' };
  if (!isNonEmpty(bound.text)) return { ...shared, state: 'unknown', text, cause: 'value_dynamic' };
  return { ...shared, state: 'set', text, cause: undefined };
}

function boundOverrides(bound: Bound): readonly Override[] {
  const found: Override[] = [];
  for (let at: Bound | undefined = bound; at; at = at.previous) {
    if (!at.at || at.at.file === '') continue;
    const value = at.kind === 'set' ? (at.text.kind === 'known' ? at.text.text : null) : null;
    found.push({ file: at.at.file, line: at.at.line, value, source: 'environment' });
  }
  return found;
}
