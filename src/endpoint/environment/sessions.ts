import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import { runScriptFile } from '../shell/evaluate.ts';
import type { ShellStart } from '../shell/run.ts';
import { ShellState } from '../shell/state.ts';
import type { ShellSyntax } from '../shell/syntax.ts';
import { dynamic, known, nowhere } from './bound.ts';
import { applyEnvironmentD } from './environment-d.ts';
import { applyLaunchd } from './launchd.ts';
import { applyPam } from './pam.ts';
import { dialectOf, startShell, type Startup } from './startup.ts';
import { applyVsCodeTerminal } from './vscode-terminal.ts';
import { applyRegistry, type RegistryView } from './windows.ts';
import { startPowerShell } from './windows-shells.ts';

/** One ordinary way for a person to come to a prompt at which the client is started. */
export type SessionName = 'login' | 'terminal' | 'vscode_terminal' | 'desktop' | 'powershell';

export type Session = {
  readonly name: SessionName;
  /** What a program started there inherits. */
  readonly state: ShellState;
  /** Whether this way counts: one that nothing shows to be used here is told of, and decides nothing. */
  readonly decides: boolean;
};

export type SessionSource = {
  readonly machine: Machine;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly syntax: ShellSyntax;
  readonly registry: RegistryView;
};

/** Every session of a person, with the environment it would really have. Sessions that never reach a prompt are left out. */
export function findSessions(source: SessionSource): readonly Session[] {
  const isWindows = source.machine.system === 'windows';
  const sessions = isWindows
    ? windowsSessions(source)
    : shellsOf(source).flatMap((shell) => shellSessions(source, shell));
  return sessions.flatMap(({ state, ...session }) => (state ? [{ ...session, state }] : []));
}

type Candidate = Omit<Session, 'state'> & { readonly state: ShellState | undefined };

const tellingFiles: readonly (readonly [string, readonly string[]])[] = [
  ['bash', ['.bashrc', '.bash_profile', '.bash_login', '.profile']],
  ['zsh', ['.zshrc', '.zshenv', '.zprofile', '.zlogin']],
  ['fish', ['.config/fish/config.fish', '.config/fish/fish_variables', '.config/fish/conf.d']],
  ['tcsh', ['.tcshrc', '.cshrc', '.login']],
  ['ksh', ['.kshrc', '.mkshrc']],
];

/** The person's shell; where no account names it, every shell whose files lie in the home. */
function shellsOf({ machine, person }: SessionSource): readonly string[] {
  if (person.shell !== undefined) return [person.shell];
  const told = tellingFiles.filter(([, names]) =>
    names.some((name) => machine.files.entry(`${person.home}/${name}`) !== undefined),
  );
  return told.length > 0 ? told.map(([shell]) => shell) : ['bash'];
}

function shellSessions(source: SessionSource, shell: string): readonly Candidate[] {
  const { machine, person } = source;
  const startup = (isLogin: boolean, isInteractive: boolean): Startup => ({
    shell,
    distribution: machine.distribution,
    start: startOf(source, shell, { isLogin, isInteractive }),
  });
  const base = baseState(source);
  if (machine.system === 'linux') applyPam(machine, person, base);
  if (machine.system === 'macos') applyLaunchd(machine, person, { state: base, start: startup(false, false).start });
  const login = startShell(startup(true, true), base);
  if (machine.system === 'macos') {
    const inEditor = startShell(startup(true, true), inEditorOf(base, source) ?? base);
    return [{ name: 'terminal', state: login, decides: true }, ...editorSession(source, inEditor)];
  }
  const desktop = base.copy();
  applyEnvironmentD(machine, person, desktop);
  const session = startDesktop(startup(true, false), desktop);
  const terminal = startShell(startup(false, true), session);
  const inEditor = startShell(startup(false, true), inEditorOf(session, source) ?? session);
  return [
    { name: 'login', state: login, decides: logsIn(source) },
    { name: 'terminal', state: terminal, decides: !machine.isWsl },
    ...editorSession(source, inEditor),
  ];
}

/** What a desktop starts its terminals with: the log-in files, then those of the X session. */
function startDesktop(startup: Startup, desktop: ShellState): ShellState {
  let state = startShell(startup, desktop) ?? desktop;
  for (const name of ['.xprofile', '.xsessionrc'])
    state = runScriptFile(startup.start, `${startup.start.home}/${name}`, state).state ?? state;
  return state;
}

/** Log-ins without a desktop count where something shows them: a login file of one's own, a ssh server, WSL. */
function logsIn({ machine, person }: SessionSource): boolean {
  const own = ['.bash_profile', '.bash_login', '.profile', '.zprofile', '.zlogin', '.login'];
  return (
    machine.isWsl ||
    machine.files.isFile('/etc/ssh/sshd_config') ||
    own.some((name) => machine.files.isFile(`${person.home}/${name}`))
  );
}

function startOf(source: SessionSource, shell: string, how: { isLogin: boolean; isInteractive: boolean }): ShellStart {
  const { machine, person, people, syntax } = source;
  return {
    ...how,
    dialect: dialectOf(shell) ?? 'sh',
    home: person.home,
    user: person.name,
    userId: person.userId,
    system: machine.system,
    files: machine.files,
    isWholeMachine: machine.isLive,
    syntax,
    homeOf: (user) => people.find(({ name }) => name === user)?.home ?? (user === 'root' ? '/root' : undefined),
    canRead: person.canRead,
  };
}

// What differs from one start to the next: whether it is there is not known, so a test of it takes both ways.
const changing = [
  'SSH_CONNECTION',
  'SSH_CLIENT',
  'SSH_TTY',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'TMUX',
  'STY',
  'TERM_PROGRAM',
  'XDG_CURRENT_DESKTOP',
  'XDG_SESSION_TYPE',
  'VSCODE_INJECTION',
  'INSIDE_EMACS',
  'LANG',
  'LC_ALL',
  'CI',
  'COLORTERM',
];

function baseState({ machine, person }: SessionSource): ShellState {
  const state = new ShellState();
  const set = (name: string, text: ReturnType<typeof known>): void =>
    state.assign(name, text, { at: nowhere, isExported: true });
  set('HOME', known(person.home));
  set('USER', known(person.name));
  set('LOGNAME', known(person.name));
  set('PWD', known(person.home));
  set('SHELL', person.shellPath === undefined ? dynamic(true) : known(person.shellPath));
  set('TERM', dynamic(true));
  set('PATH', dynamic(true));
  for (const name of changing) state.doubt(name, { at: nowhere, doubt: 'dynamic' });
  if (machine.isWsl) set('WSL_DISTRO_NAME', dynamic(true));
  return state;
}

function inEditorOf(base: ShellState, { machine, person }: SessionSource): ShellState | undefined {
  const state = base.copy();
  return applyVsCodeTerminal(machine, person, state) ? state : undefined;
}

function editorSession(source: SessionSource, state: ShellState | undefined): readonly Candidate[] {
  const changes = inEditorOf(new ShellState(), source) !== undefined;
  return changes ? [{ name: 'vscode_terminal', state, decides: true }] : [];
}

function windowsSessions(source: SessionSource): readonly Candidate[] {
  const { machine, person, registry } = source;
  const desktop = new ShellState();
  applyRegistry(registry, desktop);
  const powershell = desktop.copy();
  const hasProfile = startPowerShell(machine, person, powershell);
  const editor = desktop.copy();
  const changes = applyVsCodeTerminal(machine, person, editor);
  return [
    { name: 'desktop', state: desktop, decides: true },
    ...(hasProfile ? [{ name: 'powershell' as const, state: powershell, decides: true }] : []),
    ...(changes ? [{ name: 'vscode_terminal' as const, state: editor, decides: true }] : []),
  ];
}
