import type { ParseArgsConfig } from 'node:util';
import type { CliKey, Language } from '../messages/index.ts';

/** What a command works with: where it writes, in which language, and how. */
export type Terminal = {
  readonly language: Language;
  readonly isJson: boolean;
  /** Standard output: what was asked for, and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error: progress, remarks, what to do next. */
  readonly remark: (text: string) => void;
  /** All of standard input, for secrets, which must not stand on a command line. */
  readonly readInput: () => Promise<string>;
};

export type Options = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export type Invocation = { readonly terminal: Terminal; readonly options: Options; readonly words: readonly string[] };

export type Command = {
  /** The words that call it: `key create`. */
  readonly name: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The names of what follows the options, in order; each must be given. */
  readonly words?: readonly string[];
  /** Whether more may follow than are named. */
  readonly takesMore?: boolean;
  readonly summary: CliKey;
  readonly examples: readonly string[];
  /** Does it. A number is the exit code, where there is more to tell than done or not. */
  readonly run: (invocation: Invocation) => Promise<number | void>;
};

/** Every command takes these. */
export const commonOptions = {
  data: { type: 'string' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Command['options'];
