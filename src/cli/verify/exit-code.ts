/** How a verification ends: proven, refuted, wrongly called, or nothing can be told either way. */
export const verifyExits = { proven: 0, refuted: 1, usage: 2, untold: 3 } as const;

const untoldCodes: ReadonlySet<string> = new Set([
  'ledger_keys_missing',
  'ledger_file_unreadable',
  'ledger_key_malformed',
]);

/** The exit code for what was thrown. */
export function exitOf(code: string): number {
  return untoldCodes.has(code) ? verifyExits.untold : verifyExits.refuted;
}
