import { runCshFile } from '../foreign/csh.ts';
import { applyUniversal } from '../foreign/fish-set.ts';
import { runFishFile } from '../foreign/fish.ts';
import { runPowerShellFile } from '../foreign/powershell.ts';
import { runScriptFile, runScriptText } from '../shell/evaluate.ts';
import { type Flow, goesOn, type Left, type ShellStart } from '../shell/run.ts';
import { joinStates, ShellState } from '../shell/state.ts';
import { dynamic, known, nowhere, type Place } from './bound.ts';

/** The start of a person's shell: what it is, and which distribution's files it reads. */
export type Startup = { readonly start: ShellStart; readonly shell: string; readonly distribution: readonly string[] };

const maxExecs = 3;

/**
 * What a shell has in its environment once its start-up files are through; undefined when they end it.
 *
 * `inherited` is what the process was given: only exported variables of it go on.
 */
export function startShell(startup: Startup, inherited: ShellState, execs = 0): ShellState | undefined {
  try {
    return runStartup(startup, inherited, execs);
  } catch (thrown) {
    // Text nested deeper than the stack is: no shell would get through it either, and nothing is known of its end.
    if (!(thrown instanceof RangeError)) throw thrown;
    const state = inherited.copy();
    state.doubtAll({ at: { file: startup.start.home, line: 1 }, doubt: 'too_deep' });
    return state;
  }
}

function runStartup(
  { start, shell, distribution }: Startup,
  inherited: ShellState,
  execs: number,
): ShellState | undefined {
  const state = newProcess(inherited, start, shell);
  const flow = startupOf({ start, shell, distribution }, state);
  const taken = flow.left.filter(({ kind }) => kind === 'exec');
  const others = taken.map((one) => takeOver(one, { start, shell, distribution }, execs));
  // A stray `break` outside a loop does nothing.
  const strays = flow.left.filter(({ kind }) => kind === 'break' || kind === 'continue' || kind === 'return');
  const ends = [flow.state, ...strays.map((one) => one.state), ...others].filter((end) => end !== undefined);
  const end = joinStates(ends);
  return end && start.isInteractive ? atLaunch(afterPrompt(end, start), start) : end;
}

function takeOver(left: Left, startup: Startup, execs: number): ShellState | undefined {
  if (!left.shell || execs >= maxExecs) return left.state;
  const { name, isLogin } = left.shell;
  const dialect = dialectOf(name) ?? startup.start.dialect;
  return startShell({ ...startup, shell: name, start: { ...startup.start, dialect, isLogin } }, left.state, execs + 1);
}

export function dialectOf(shell: string): ShellStart['dialect'] | undefined {
  if (shell === 'bash' || shell === 'rbash') return 'bash';
  if (shell.startsWith('zsh')) return 'zsh';
  if (/^(?:m|pd|o)?ksh(?:93|2020)?$/.test(shell)) return 'ksh';
  return /^(?:da|a|busybox)?sh$/.test(shell) ? 'sh' : undefined;
}

function newProcess(inherited: ShellState, start: ShellStart, shell: string): ShellState {
  const state = new ShellState();
  state.anything = inherited.anything;
  for (const [name, bound] of inherited.variables)
    if (bound.kind === 'unknown' || (bound.kind === 'set' && bound.isExported) || bound.kind === 'unset')
      state.variables.set(name, bound);
  const own = (name: string, text: ReturnType<typeof known>): void => {
    if (state.get(name).kind !== 'set') state.assign(name, text, { at: nowhere, isExported: false });
  };
  if (start.isInteractive) own('PS1', known('$ '));
  own('UID', start.userId === undefined ? dynamic(true) : known(String(start.userId)));
  own('EUID', start.userId === undefined ? dynamic(true) : known(String(start.userId)));
  own('HOSTNAME', dynamic(true));
  own('OSTYPE', known(start.system === 'macos' ? 'darwin' : 'linux-gnu'));
  if (shell === 'bash') for (const name of ['BASH', 'BASH_VERSION', 'BASH_VERSINFO']) own(name, dynamic(true));
  if (shell === 'zsh') for (const name of ['ZSH_VERSION', 'ZSH_NAME']) own(name, dynamic(true));
  return state;
}

function startupOf({ start, shell, distribution }: Startup, state: ShellState): Flow {
  const dialect = dialectOf(shell);
  if (dialect === 'bash') return inOrder(bashFiles(start, distribution), start, state);
  if (dialect === 'zsh') return startZsh(start, distribution, state);
  if (dialect) return startPosix(start, dialect === 'ksh', state);
  if (shell === 'fish') return startFish(start, state);
  if (shell === 'tcsh' || shell === 'csh') return startCsh(start, state);
  if (shell === 'pwsh') return startPwsh(start, state);
  state.doubtAll({ at: { file: '/etc/passwd', line: 1 }, doubt: 'shell_unknown' });
  return goesOn(state);
}

type Step = string | ((state: ShellState) => Flow);

/** Reads files one after the other until one ends the shell. */
function inOrder(steps: readonly Step[], start: ShellStart, state: ShellState): Flow {
  let now: ShellState | undefined = state;
  const left: Left[] = [];
  for (const step of steps) {
    if (!now) break;
    const flow: Flow = typeof step === 'string' ? runScriptFile(start, step, now) : step(now);
    left.push(...flow.left);
    now = flow.state;
  }
  return { state: now, left };
}

function bashFiles(start: ShellStart, distribution: readonly string[]): readonly Step[] {
  const { home, isLogin, isInteractive } = start;
  if (isLogin) {
    const own = ['.bash_profile', '.bash_login', '.profile']
      .map((name) => `${home}/${name}`)
      .find((path) => isReadable(path, start));
    return [systemProfile(start), ...(own === undefined ? [] : [own])];
  }
  if (!isInteractive) return [];
  // Built in by Debian, Arch and SUSE; Red Hat's family reads /etc/bashrc from the person's own file.
  const readsSystemFile = !distribution.some((id) => ['rhel', 'fedora', 'centos'].includes(id));
  return [...(readsSystemFile ? ['/etc/bash.bashrc'] : []), `${home}/.bashrc`];
}

function isReadable(path: string, { files, canRead }: ShellStart): boolean {
  const entry = files.entry(path);
  return entry?.kind === 'file' && canRead(entry);
}

// A tree that has profile.d and no profile is a partial copy: every distribution ships the file that reads it.
function systemProfile(start: ShellStart): Step {
  if (start.files.entry('/etc/profile') || !start.files.isFolder('/etc/profile.d')) return '/etc/profile';
  const text = 'for i in /etc/profile.d/*.sh; do if [ -r "$i" ]; then . "$i"; fi; done';
  return (state) => runScriptText(start, { file: '/etc/profile', line: 1 }, [text, state]);
}

function startPosix(start: ShellStart, isKorn: boolean, state: ShellState): Flow {
  const profile: readonly Step[] = start.isLogin ? [systemProfile(start), `${start.home}/.profile`] : [];
  const interactive: Step = (at) => {
    const bound = at.get('ENV');
    const named = bound.kind === 'set' && bound.text.kind === 'known' ? bound.text.text : undefined;
    const own = isKorn
      ? [`${start.home}/.kshrc`, `${start.home}/.mkshrc`].find((path) => start.files.isFile(path))
      : undefined;
    const path = named ?? own;
    if (path === undefined) return goesOn(at);
    return runScriptFile(start, path.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, start.home), at);
  };
  return inOrder(start.isInteractive ? [...profile, interactive] : profile, start, state);
}

/** zshenv, then zprofile (login), zshrc (interactive), zlogin (login): the system's before one's own, which lie in ZDOTDIR. */
function startZsh(start: ShellStart, distribution: readonly string[], state: ShellState): Flow {
  const folder = zshFolder(start, distribution);
  const own =
    (name: string): Step =>
    (at) => {
      const bound = at.get('ZDOTDIR');
      if (bound.kind === 'unknown' || (bound.kind === 'set' && bound.text.kind === 'dynamic')) {
        at.doubtAll({ at: (bound.at ?? nowhere) satisfies Place, doubt: 'dynamic' });
        return goesOn(at);
      }
      const place =
        bound.kind === 'set' && bound.text.kind === 'known' && bound.text.text !== '' ? bound.text.text : start.home;
      return runScriptFile(start, `${place}/.${name}`, at);
    };
  // `no_rcs` and `no_global_rcs` count from the next file on.
  const readUnless =
    (unread: RegExp, step: Step): Step =>
    (at) => {
      if (unread.test(at.unread)) return goesOn(at);
      return typeof step === 'string' ? runScriptFile(start, step, at) : step(at);
    };
  const { isLogin, isInteractive } = start;
  const names = [
    'zshenv',
    ...(isLogin ? ['zprofile'] : []),
    ...(isInteractive ? ['zshrc'] : []),
    ...(isLogin ? ['zlogin'] : []),
  ];
  return inOrder(
    names.flatMap((name): Step[] => [readUnless(/system|all/, `${folder}/${name}`), readUnless(/all/, own(name))]),
    start,
    state,
  );
}

// Debian, Ubuntu, Arch, Gentoo and openSUSE's zsh read /etc/zsh/; macOS, Red Hat's and a plain build read /etc/z*.
function zshFolder({ system, files }: ShellStart, distribution: readonly string[]): string {
  if (system === 'macos') return '/etc';
  if (distribution.some((id) => ['debian', 'ubuntu', 'arch', 'gentoo'].includes(id))) return '/etc/zsh';
  if (distribution.some((id) => ['rhel', 'fedora', 'centos', 'suse'].includes(id))) return '/etc';
  return files.isFolder('/etc/zsh') || !files.list('/etc').some((name) => /^z(?:shenv|profile|shrc|login)$/.test(name))
    ? '/etc/zsh'
    : '/etc';
}

function configFolder(start: ShellStart, state: ShellState): string {
  const bound = state.get('XDG_CONFIG_HOME');
  return bound.kind === 'set' && bound.text.kind === 'known' && bound.text.text !== ''
    ? bound.text.text
    : `${start.home}/.config`;
}

/** fish: its universal variables, then every conf.d file by name (one's own hides the system's), then config.fish twice. */
function startFish(start: ShellStart, state: ShellState): Flow {
  const own = `${configFolder(start, state)}/fish`;
  const universal = start.files.read(`${own}/fish_variables`);
  if (universal.kind === 'read') applyUniversal(universal.bytes.toString('utf8'), `${own}/fish_variables`, state);
  const snippets = new Map<string, string>();
  for (const folder of [
    `${own}/conf.d`,
    '/etc/fish/conf.d',
    '/usr/local/share/fish/vendor_conf.d',
    '/usr/share/fish/vendor_conf.d',
  ])
    for (const name of start.files.list(folder))
      if (name.endsWith('.fish') && !snippets.has(name)) snippets.set(name, `${folder}/${name}`);
  const ordered = [...snippets].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  return foreign([...ordered, '/etc/fish/config.fish', `${own}/config.fish`], state, (path, at) =>
    runFishFile(start, path, at),
  );
}

function startCsh(start: ShellStart, state: ShellState): Flow {
  const { home, files, isLogin } = start;
  const own = files.isFile(`${home}/.tcshrc`) ? `${home}/.tcshrc` : `${home}/.cshrc`;
  const paths = ['/etc/csh.cshrc', ...(isLogin ? ['/etc/csh.login'] : []), own, ...(isLogin ? [`${home}/.login`] : [])];
  return foreign(paths, state, (path, at) => runCshFile(start, path, at));
}

function startPwsh(start: ShellStart, state: ShellState): Flow {
  const system = start.system === 'macos' ? '/usr/local/microsoft/powershell/7' : '/opt/microsoft/powershell/7';
  const own = `${configFolder(start, state)}/powershell`;
  const paths = [system, own].flatMap((folder) => [
    `${folder}/profile.ps1`,
    `${folder}/Microsoft.PowerShell_profile.ps1`,
  ]);
  for (const path of paths) runPowerShellFile(start.files, path, state);
  return goesOn(state);
}

function foreign(
  paths: readonly string[],
  state: ShellState,
  run: (path: string, at: ShellState) => ShellState | undefined,
): Flow {
  let now: ShellState | undefined = state;
  for (const path of paths) if (now) now = run(path, now);
  return { state: now, left: [] };
}

/**
 * What a shell runs before each prompt and each command changes what a program gets as much as a start-up file. Of it only
 * what is plain counts: where such code asks programs what to do, they set nothing that we look at.
 */
function afterPrompt(state: ShellState, start: ShellStart): ShellState {
  const texts = hooksOf(state, start);
  if (texts.length === 0) return state;
  const after = state.copy();
  for (const { text, at } of texts) runScriptText(start, at, [text, after]);
  const changed = [...after.variables].filter(
    ([name, bound]) => bound.kind !== 'unknown' && bound !== state.variables.get(name),
  );
  if (changed.length === 0) return state;
  const told = state.copy();
  for (const [name, bound] of changed) told.variables.set(name, bound);
  return told;
}

function hooksOf(state: ShellState, { dialect }: ShellStart): readonly { readonly text: string; readonly at: Place }[] {
  if (dialect === 'zsh')
    return ['precmd', 'preexec'].flatMap((name) => {
      const hook = state.functions.get(name);
      return hook ? [{ text: name, at: { file: hook.file, line: 1 } }] : [];
    });
  if (dialect !== 'bash') return [];
  const prompt = state.get('PROMPT_COMMAND');
  const isKnown = prompt.kind === 'set' && prompt.text.kind === 'known';
  return [
    ...(isKnown && prompt.text.kind === 'known' ? [{ text: prompt.text.text, at: prompt.at }] : []),
    ...(state.debugTrap ? [state.debugTrap] : []),
  ];
}

/**
 * What the client inherits when it is called by its name: an alias or a function of that name may add to the
 * environment or take away from it.
 */
function atLaunch(state: ShellState, start: ShellStart): ShellState {
  const alias = state.aliases.get('claude');
  if (!alias && !state.functions.get('claude')) return state;
  const launched: ShellState[] = [];
  const probe: ShellStart = { ...start, onLaunch: (child) => void launched.push(child) };
  const calling = state.copy();
  calling.aliases.delete('claude');
  const text = alias?.text.kind === 'known' ? alias.text.text : 'claude';
  runScriptText(probe, alias?.at ?? nowhere, [text, calling]);
  return joinStates(launched) ?? state;
}
