// The workstation's program: what octroi does on a workstation, bundled into one file that any Node from 22 on runs.
import type { Command } from '../command.ts';
import {
  type Call,
  enrolCall,
  fixCall,
  hookCall,
  passCall,
  purgeCall,
  reportCall,
  scanCall,
  serviceCall,
} from '../calls/workstation.ts';
import { type ExitCode, exitCodes } from '../command.ts';
import { endpointFix } from '../commands/endpoint-fix.ts';
import { endpointPass } from '../commands/endpoint-pass.ts';
import { endpointPurge } from '../commands/endpoint-purge.ts';
import { endpointEnrol, endpointReport, endpointService } from '../commands/endpoint-report.ts';
import { endpointScan } from '../commands/endpoint-scan.ts';
import { hookCommand } from '../commands/hook.ts';
import { runCommandLine } from '../run-command-line.ts';

// What only the whole of octroi can do: it compiles policies, and a workstation takes them signed.
const elsewhere = new Set(['policy', 'gateway', 'login', 'hook-command', 'data', 'config']);

function here(call: Call): Call {
  const options = Object.entries(call.options).filter(([name]) => !elsewhere.has(name));
  const examples = call.examples.filter((example) => !example.includes('--policy'));
  return { ...call, options: Object.fromEntries(options), examples };
}

const commands: readonly Command[] = [
  { ...here(scanCall), run: endpointScan() },
  { ...here(fixCall), run: endpointFix() },
  { ...here(purgeCall), run: endpointPurge },
  { ...enrolCall, run: endpointEnrol },
  { ...here(reportCall), run: endpointReport() },
  { ...passCall, run: endpointPass },
  { ...serviceCall, run: endpointService },
  { ...hookCall, run: hookCommand },
];

const exitOf = async (): Promise<ExitCode> => exitCodes.refused;

/** Runs a command of the workstation's program. */
export async function main(args: readonly string[]): Promise<void> {
  process.exitCode = await runCommandLine(args, { commands, calledAs: 'octroi-endpoint', exitOf });
}
