import { parseArgs } from 'node:util';
import { describeCause, OctroiError } from '../base/index.ts';
import { ledgerProofErrorCodes } from '../ledger/verify/index.ts';
import { cliText, errorText, languageOf } from '../messages/index.ts';
import { withCalls } from './called-as.ts';
import type { Command, Terminal } from './command.ts';
import { commands } from './commands.ts';
import { cliError } from './errors.ts';
import { helpOf, overview } from './help.ts';
import { exitOf } from './verify/exit-code.ts';
import { version } from './version.ts';

/** How a command ends: done, refused, wrongly called, not possible in this place, our own fault. */
const exitCodes = { done: 0, refused: 1, usage: 2, place: 3, internal: 4 } as const;

const usageCodes: ReadonlySet<string> = new Set(['cli_command_unknown', 'cli_option_invalid', 'cli_option_missing']);

async function main(args: readonly string[]): Promise<number> {
  const terminal = terminalOf(args);
  try {
    return (await run(terminal, args)) ?? exitCodes.done;
  } catch (thrown) {
    return complain(terminal, thrown);
  }
}

async function run(terminal: Terminal, args: readonly string[]): Promise<number | void> {
  if (args.includes('--version')) return terminal.print(version);
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  const wantsHelp = args.length === 0 || args[0] === 'help' || ['--help', '-h'].includes(args[0] ?? '');
  if (!command && wantsHelp) return terminal.print(overview(terminal.language));
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
      allowPositionals: command.words !== undefined,
      strict: true,
    });
    const wordLimit = command.takesMore ? Number.POSITIVE_INFINITY : (command.words?.length ?? 0);
    if (parsed.positionals.length > wordLimit) throw new Error(parsed.positionals.at(-1));
    return parsed;
  } catch (fault) {
    // The message names the option or the value, which is what its reader has typed a moment ago.
    throw cliError(
      'cli_option_invalid',
      { option: command.name, value: fault instanceof Error ? fault.message : '' },
      fault,
    );
  }
}

function complain(terminal: Terminal, thrown: unknown): number {
  const known =
    thrown instanceof OctroiError ? thrown : cliError('cli_internal', { detail: describeCause(thrown) }, thrown);
  const { text, hint } = errorText(terminal.language, known.code, known.args);
  if (terminal.isJson) terminal.print(JSON.stringify({ error: { code: known.code, text, hint } }));
  else terminal.remark(`octroi: ${text}\n${cliText(terminal.language, 'hint', { hint })} [${known.code}]`);
  if (process.env['OCTROI_TRACE'] && thrown instanceof Error) terminal.remark(thrown.stack ?? '');
  if (usageCodes.has(known.code)) return exitCodes.usage;
  if (known.code === 'cli_internal') return exitCodes.internal;
  if (isOfVerification(known.code)) return exitOf(known.code);
  return /^(store|cli)_/.test(known.code) ? exitCodes.place : exitCodes.refused;
}

function isOfVerification(code: string): boolean {
  return ledgerProofErrorCodes.some((known) => known === code);
}

function terminalOf(args: readonly string[]): Terminal {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return {
    language: languageOf(LC_ALL || LC_MESSAGES || LANG),
    isJson: args.includes('--json'),
    print: (text) => void process.stdout.write(`${withCalls(text)}\n`),
    remark: (text) => void process.stderr.write(`${withCalls(text)}\n`),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of anybody's.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(exitCodes.done);
  throw fault;
});

process.exitCode = await main(process.argv.slice(2));
