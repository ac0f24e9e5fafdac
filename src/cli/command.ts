import type { ParseArgsConfig } from 'node:util';
import type { CliKey, Language } from '../messages/index.ts';

/** How a command ends: done, refused, wrongly called, not possible in this place, our own fault. */
export const exitCodes = { done: 0, refused: 1, usage: 2, place: 3, internal: 4 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command works with: where it writes, in which language, and how. */
export type Terminal = {
  readonly language: Language;
  readonly isJson: boolean;
  /** Standard output: what was asked for, and nothing else. */
  readonly print: (text: string) => void;
  /** Standard output as well, the bytes as they are: for data, in which no command is named. */
  readonly emit: (data: string) => void;
  /** Standard error: progress, remarks, what to do next. */
  readonly remark: (text: string) => void;
  /** All of standard input, for secrets, which must not stand on a command line. */
  readonly readInput: () => Promise<string>;
};

export type Options = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export type Invocation = { readonly terminal: Terminal; readonly options: Options; readonly words: readonly string[] };

/** Resolves with the exit code where it is not that of `done`; a refusal is thrown. */
export type Run = (invocation: Invocation) => Promise<ExitCode | void>;

/** How a command is called, without what it does: `run` imports that, so that a command loads its own rooms alone. */
export type Command = {
  /** The words that call it: `key create`. */
  readonly name: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The names of what follows the options, in order; each must be given. */
  readonly words?: readonly string[];
  /** The name of what may follow in any number, after `words` if there are any. */
  readonly rest?: string;
  readonly summary: CliKey;
  /** Texts of options that mean something else here than under other commands. */
  readonly optionTexts?: Readonly<Record<string, CliKey>>;
  /** What help says beyond the summary. */
  readonly notes?: CliKey;
  readonly examples: readonly string[];
  readonly run: Run;
};

/** Every command takes these. */
export const commonOptions = {
  data: { type: 'string' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Command['options'];
