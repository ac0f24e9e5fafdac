import { calledAs } from './called-as.ts';
import { type ExitCode, exitCodes } from './command.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './run-command-line.ts';

// What a verification finds has exit codes of its own; who needs none does not load it.
async function exitOfRefusal(code: string): Promise<ExitCode> {
  if (!code.startsWith('ledger_')) return exitCodes.refused;
  const { ledgerProofErrorCodes } = await import('../ledger/verify/index.ts');
  const { exitOf } = await import('./verify/exit-code.ts');
  return ledgerProofErrorCodes.some((known) => known === code) ? exitOf(code) : exitCodes.refused;
}

process.exitCode = await runCommandLine(process.argv.slice(2), { commands, calledAs, exitOf: exitOfRefusal });
