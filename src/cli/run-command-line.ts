import { parseArgs } from 'node:util';
import { describeCause, OctroiError } from '../base/index.ts';
import { cliText, errorText, languageOf } from '../messages/index.ts';
import { type Command, type ExitCode, exitCodes, type Terminal } from './command.ts';
import { cliError } from './errors.ts';
import { helpOf, overview } from './help.ts';
import { version } from './version.ts';
import { withCalls } from './with-calls.ts';

const usageCodes: ReadonlySet<string> = new Set([
  'cli_command_unknown',
  'cli_option_invalid',
  'cli_option_missing',
  'cli_option_unknown',
  'cli_source_refused',
  'endpoint_root_unreadable',
  'endpoint_user_unknown',
  'endpoint_probe_client_unknown',
  // `notice diff` ends with 1 where something changed: what could not be compared must not look like that.
  'notice_version_unreadable',
  'notice_version_of_another',
]);

/** A program: its commands, and how those of its errors end that are neither usage nor a fault of the place. */
export type Program = {
  readonly commands: readonly Command[];
  /** What is typed to start it here. */
  readonly calledAs: string;
  readonly exitOf: (code: string) => Promise<ExitCode>;
};

/** Runs the command that the words name, and tells what went wrong in the reader's language. */
export async function runCommandLine(args: readonly string[], program: Program): Promise<ExitCode> {
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault of anybody's.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(exitCodes.done);
    throw fault;
  });
  const terminal = terminalOf(args, withCalls(program.commands, program.calledAs));
  try {
    return (await run(terminal, args, program.commands)) ?? exitCodes.done;
  } catch (thrown) {
    return await complain(terminal, thrown, program);
  }
}

async function run(
  terminal: Terminal,
  args: readonly string[],
  commands: readonly Command[],
): Promise<ExitCode | void> {
  if (args.includes('--version')) return terminal.print(version);
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  const wantsHelp = args.length === 0 || args[0] === 'help' || ['--help', '-h'].includes(args[0] ?? '');
  if (!command && wantsHelp) return terminal.print(overview(terminal.language, commands));
  const group = commands.filter(({ name }) => name.startsWith(`${args[0]} `));
  if (!command && group.length > 0 && (args.length === 1 || ['--help', '-h'].includes(args[1] ?? '')))
    return terminal.print(overview(terminal.language, group));
  if (!command) throw cliError('cli_command_unknown', { command: args.slice(0, 2).join(' ') });
  const { values, positionals } = parse(command, args.slice(command.name.split(' ').length));
  if (values['help'] === true) return terminal.print(helpOf(terminal.language, command));
  const missing = command.words?.[positionals.length];
  if (missing !== undefined) throw cliError('cli_option_missing', { option: missing });
  return command.run({ terminal, options: values, words: positionals });
}

function parse(command: Command, args: string[]) {
  try {
    const parsed = parseArgs({
      args,
      options: command.options,
      allowPositionals: command.words !== undefined || command.rest !== undefined,
      strict: true,
    });
    const most = command.rest === undefined ? (command.words?.length ?? 0) : Infinity;
    const extra = parsed.positionals[most];
    if (extra !== undefined) throw cliError('cli_option_unknown', { command: command.name, option: extra });
    return parsed;
  } catch (fault) {
    throw fault instanceof OctroiError ? fault : parseError(command, fault);
  }
}

// Node's message is English, but names the option or word in quotes: https://nodejs.org/api/util.html#utilparseargsconfig
function parseError({ name }: Command, fault: unknown): OctroiError {
  const message = fault instanceof Error ? fault.message : '';
  const option = /'(?:-\w, )?(--?[^\s']+|[^']+?)(?: <value>)?'/.exec(message)?.[1] ?? '';
  const isMissing = /argument (?:missing|is ambiguous)/.test(message);
  if (isMissing) return cliError('cli_option_missing', { option: `${option} …` }, fault);
  return cliError('cli_option_unknown', { command: name, option }, fault);
}

async function complain(terminal: Terminal, thrown: unknown, { exitOf }: Program): Promise<ExitCode> {
  const known =
    thrown instanceof OctroiError ? thrown : cliError('cli_internal', { detail: describeCause(thrown) }, thrown);
  const { text, hint } = errorText(terminal.language, known.code, known.args);
  if (terminal.isJson) terminal.print(JSON.stringify({ error: { code: known.code, text, hint } }));
  else terminal.remark(`octroi: ${text}\n${cliText(terminal.language, 'hint', { hint })} [${known.code}]`);
  if (process.env['OCTROI_TRACE'] && thrown instanceof Error) terminal.remark(thrown.stack ?? '');
  if (usageCodes.has(known.code)) return exitCodes.usage;
  if (known.code === 'cli_internal') return exitCodes.internal;
  return /^(store|cli|endpoint)_/.test(known.code) ? exitCodes.place : exitOf(known.code);
}

function terminalOf(args: readonly string[], called: (text: string) => string): Terminal {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return {
    language: languageOf(LC_ALL || LC_MESSAGES || LANG),
    isJson: args.includes('--json'),
    print: (text) => void process.stdout.write(`${called(text)}\n`),
    emit: (data) => void process.stdout.write(data),
    remark: (text) => void process.stderr.write(`${called(text)}\n`),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}
