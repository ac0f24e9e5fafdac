import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

/** A dialogue of a client's first steps: what it shows, blanks left out, and the keys that answer it. */
export type Dialogue = { readonly shows: string; readonly keys: string };

export type ClientRun = {
  readonly program: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Only for a session in a terminal. */
  readonly session?: {
    readonly prompt: string;
    readonly dialogues: readonly Dialogue[];
    readonly leave: readonly string[];
  };
  readonly timeoutMs: number;
  /** How long a session is watched after its answer. */
  readonly lingerMs: number;
};

export type ClientRan = {
  readonly exitCode: number | null;
  readonly isOutOfTime: boolean;
  /** The end of what it showed, without the terminal's control codes. */
  readonly shown: string;
};

const quietMs = 1_500;
const stepMs = 100;
const graceMs = 2_000;
// A client that needs a sign-in never comes to an answer; what it reaches for it has reached for by then.
const answerMs = 30_000;
const shownLength = 1_500;

/** Runs a client to its end, or to the end of its time; `hasAnswer` says whether a stand-in has answered it. */
export async function runClient(run: ClientRun, hasAnswer: () => boolean): Promise<ClientRan> {
  const child = start(run);
  const screen = new Screen(child);
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  let isOver = false;
  const over = ended.then((code) => ((isOver = true), code));
  const deadline = Date.now() + run.timeoutMs;
  const isDone = (): boolean => isOver || Date.now() > deadline;
  if (run.session) await converse(run, { child, screen, isDone, hasAnswer, over });
  while (!isDone()) await delay(stepMs);
  const isOutOfTime = !isOver;
  if (isOutOfTime) await stop(child, over);
  return { exitCode: isOutOfTime ? null : await over, isOutOfTime, shown: screen.text().slice(-shownLength) };
}

// `script` of util-linux gives a terminal; Node has none. The size is one in which no dialogue wraps.
function start({ program, words, environment, folder, session }: ClientRun): ChildProcess {
  const options = { cwd: folder, env: { ...environment }, detached: true } as const;
  if (!session) return spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const command = [program, ...words].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  return spawn('script', ['-qefc', `stty rows 50 cols 160; exec ${command}`, '/dev/null'], options);
}

class Screen {
  #raw = '';
  #from = 0;
  #changedAt = Date.now();

  constructor({ stdout, stderr }: ChildProcess) {
    for (const stream of [stdout, stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#raw += chunk.toString('utf8');
        this.#changedAt = Date.now();
      });
  }

  text(): string {
    return withoutControls(this.#raw).trim();
  }

  /** What was shown since the last key, without blanks: programs place words by moving the cursor. */
  news(): string {
    return withoutControls(this.#raw.slice(this.#from)).replace(/\s+/g, '');
  }

  turn(): void {
    this.#from = this.#raw.length;
    this.#changedAt = Date.now();
  }

  quietForMs(): number {
    return Date.now() - this.#changedAt;
  }
}

function withoutControls(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return raw.replace(
    /\u001b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[()][A-Z0-9]|.)|[\u0000-\u0008\u000b-\u001f]/g,
    '',
  );
}

type Talk = {
  readonly child: ChildProcess;
  readonly screen: Screen;
  readonly isDone: () => boolean;
  readonly hasAnswer: () => boolean;
  readonly over: Promise<unknown>;
};

async function converse({ session, lingerMs }: ClientRun, talk: Talk): Promise<void> {
  const { screen, isDone, hasAnswer } = talk;
  if (!session) return;
  await answerDialogues(session.dialogues, talk);
  await type(talk, [session.prompt, '\r']);
  // A dialogue may come after the prompt as well, and what it asks may be answered first by its own requests.
  const patience = Date.now() + answerMs;
  while (!isDone() && !hasAnswer() && Date.now() < patience) await answerDialogues(session.dialogues, talk);
  const until = Date.now() + lingerMs;
  while (!isDone() && Date.now() < until) await delay(stepMs);
  for (const keys of session.leave) await type(talk, [keys]);
  const grace = Date.now() + graceMs;
  while (!isDone() && (Date.now() < grace || screen.quietForMs() < quietMs)) await delay(stepMs);
  if (!isDone()) await stop(talk.child, talk.over);
}

/** Answers what is asked until nothing new is shown for a while. */
async function answerDialogues(dialogues: readonly Dialogue[], talk: Talk): Promise<void> {
  const { screen, isDone } = talk;
  while (!isDone() && (screen.quietForMs() < quietMs || screen.text() === '')) await delay(stepMs);
  const dialogue = dialogues.find(({ shows }) => screen.news().includes(shows.replace(/\s+/g, '')));
  if (!dialogue || isDone()) return;
  await type(talk, [dialogue.keys]);
  await answerDialogues(dialogues, talk);
}

async function type({ child, screen, isDone }: Talk, keys: readonly string[]): Promise<void> {
  for (const one of keys) {
    if (isDone()) return;
    screen.turn();
    child.stdin?.write(one);
    await delay(5 * stepMs);
  }
}

/** Ends the client and its group: asked first, then not. */
async function stop(child: ChildProcess, over: Promise<unknown>): Promise<void> {
  signal(child, 'SIGTERM');
  await Promise.race([over, delay(graceMs)]);
  signal(child, 'SIGKILL');
  await Promise.race([over, delay(graceMs)]);
}

function signal({ pid }: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
