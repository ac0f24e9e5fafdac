import { type ExitCode, exitCodes } from '../command.ts';

/** How a verification ends: proven, refuted, wrongly called, or nothing can be told either way. */
export const verifyExits = {
  proven: exitCodes.done,
  refuted: exitCodes.refused,
  usage: exitCodes.usage,
  untold: exitCodes.place,
} as const;

const untoldCodes: ReadonlySet<string> = new Set([
  'ledger_keys_missing',
  'ledger_file_unreadable',
  'ledger_files_apart',
  'ledger_head_missing',
  'ledger_consistency_missing',
  'ledger_key_malformed',
]);

/** The exit code for what was thrown. */
export function exitOf(code: string): ExitCode {
  return untoldCodes.has(code) ? verifyExits.untold : verifyExits.refuted;
}
