import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { findInstallations } from './claude/installations.ts';
import { findProjects } from './claude/projects.ts';
import { findSituations } from './claude/situations.ts';
import { allControls } from './controls/all.ts';
import type { Judgement, State, Subject } from './controls/control.ts';
import { findSessions, type Session } from './environment/sessions.ts';
import { registryOf } from './environment/windows.ts';
import { endpointError } from './errors.ts';
import { readLiveRegistry } from './machine/live-registry.ts';
import { describeMachine, type Machine, type System } from './machine/machine.ts';
import { parseJsonc } from './machine/json-file.ts';
import { findPeople, type Person } from './machine/person.ts';
import { readRegistryFiles, type RegistryFile } from './machine/registry.ts';
import { RootedFiles } from './machine/rooted-files.ts';
import { defaultRequirements, type Requirements } from './requirements.ts';
import { loadShellSyntax, type ShellSyntax } from './shell/syntax.ts';
import { type EffectiveVariable, effectiveVariables } from './variables.ts';
import type { FindSecrets } from './traces/local-traces.ts';

export type ScanOptions = {
  /** The folder that stands for `/`; `/` is this machine itself. */
  readonly root: string;
  /** Only this person. */
  readonly user?: string | undefined;
  readonly system?: System | undefined;
  readonly requirements?: Requirements | undefined;
  readonly findSecrets?: FindSecrets | undefined;
  /** Whose sessions the scan hands out, for `compareLive`. */
  readonly sessionsOf?: string | undefined;
  readonly now: Date;
};

/** One verdict: a person, a control, and what decided it. */
export type Verdict = Judgement & { readonly person: string; readonly control: string };

export type Scan = {
  readonly root: string;
  readonly system: System;
  readonly people: readonly {
    readonly name: string;
    readonly home: string;
    readonly shell: string | undefined;
    /** Under which id this person's Claude Code tells vendors and gateways of itself (`userID` in ~/.claude.json). */
    readonly clientDeviceId: string | undefined;
  }[];
  readonly verdicts: readonly Verdict[];
  readonly variables: readonly EffectiveVariable[];
  readonly counts: Readonly<Record<State, number>>;
  readonly scannedAt: string;
  /** The sessions of the person they were asked for. */
  readonly sessions: readonly Session[];
};

/**
 * Looks at one machine, or at a copy of its tree, and says for every person and control whether it is met.
 *
 * Nothing found there is executed, and no file outside the root is read. Controls stand in one order for every person.
 * @throws endpoint_root_unreadable, endpoint_user_unknown, endpoint_nobody
 */
export async function scanEndpoint(options: ScanOptions): Promise<Scan> {
  const survey = await surveyEndpoint(options);
  const { machine, subjects } = survey;
  const verdicts = judgeSurvey(survey);
  const count = (state: State): number => verdicts.filter((one) => one.state === state).length;
  return {
    root: options.root,
    system: machine.system,
    people: subjects.map(({ person: { name, home, shell } }) => ({
      name,
      home,
      shell,
      clientDeviceId: clientDeviceId(machine, home),
    })),
    verdicts,
    variables: subjects.flatMap(({ person, situations }) => effectiveVariables(person.name, situations)),
    counts: { met: count('met'), not_met: count('not_met'), unknown: count('unknown') },
    scannedAt: options.now.toISOString(),
    sessions: subjects.find(({ person }) => person.name === options.sessionsOf)?.sessions ?? [],
  };
}

/** A machine and everybody on it, looked at and not yet judged. */
export type Survey = { readonly machine: Machine; readonly subjects: readonly Subject[] };

/** @throws endpoint_root_unreadable, endpoint_user_unknown, endpoint_nobody */
export async function surveyEndpoint(options: ScanOptions): Promise<Survey> {
  const syntax = await loadShellSyntax();
  const machine = openMachine(options);
  const everybody = findPeople(machine, options.user);
  const people = chosen(everybody, options.user);
  const registry = registryFiles(machine, everybody);
  const subjects = people.map((person) => subjectOf(person, { machine, everybody, registry, syntax, options }));
  return { machine, subjects };
}

function clientDeviceId({ files }: Machine, home: string): string | undefined {
  const id = parseJsonc(files, `${home}/.claude.json`)?.value;
  const { userID: told } = (id ?? {}) as { readonly userID?: unknown };
  return typeof told === 'string' && /^[\w-]{8,128}$/.test(told) ? told : undefined;
}

function registryFiles(machine: Machine, everybody: readonly Person[]): readonly RegistryFile[] {
  if (machine.system !== 'windows' && !machine.isWsl) return [];
  if (machine.isLive && machine.system === 'windows') {
    const { username } = userInfo();
    return readLiveRegistry(everybody.find(({ name }) => name === username)?.home ?? '');
  }
  return readRegistryFiles(
    machine.files,
    everybody.map(({ home }) => home),
  );
}

function openMachine({ root, system }: ScanOptions): Machine {
  const isFolder = statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) throw endpointError('endpoint_root_unreadable', { root });
  const isLive = root === '/';
  const first = describeMachine(new RootedFiles(root, false), { isLive, system });
  // Windows and macOS find a name in any case.
  return first.system === 'linux'
    ? first
    : describeMachine(new RootedFiles(root, true), { isLive, system: first.system });
}

function chosen(everybody: readonly Person[], user: string | undefined): readonly Person[] {
  const people = user === undefined ? everybody : everybody.filter(({ name }) => name === user);
  if (people.length > 0) return people;
  throw user === undefined ? endpointError('endpoint_nobody') : endpointError('endpoint_user_unknown', { user });
}

type Around = {
  readonly machine: Machine;
  readonly everybody: readonly Person[];
  readonly registry: readonly RegistryFile[];
  readonly syntax: ShellSyntax;
  readonly options: ScanOptions;
};

function subjectOf(person: Person, { machine, everybody, registry: files, syntax, options }: Around): Subject {
  const registry = registryOf(files, person, everybody);
  const sessions = findSessions({ machine, person, people: everybody, syntax, registry });
  const projects = findProjects(machine, person);
  const installations = findInstallations(machine, person);
  return {
    machine,
    person,
    people: everybody,
    registry,
    projects,
    installations,
    sessions,
    situations: findSituations({ machine, person, registry, sessions, projects, installations }),
    requirements: options.requirements ?? defaultRequirements,
    findSecrets: options.findSecrets,
    now: options.now,
  };
}

/** The verdicts on everybody who was looked at. */
export function judgeSurvey({ subjects }: Survey): readonly Verdict[] {
  return subjects.flatMap(judge);
}

function judge(subject: Subject): readonly Verdict[] {
  return allControls.map(({ id, judge: judgeOne }) => ({
    person: subject.person.name,
    control: id,
    ...judgeOne(subject),
  }));
}
