import { cliText, type Language } from '../../messages/index.ts';

const known: ReadonlySet<string> = new Set(['timed_out', 'failed', 'ENOENT', 'EACCES']);

/** Why something was not scanned, in words; a system code without a text of its own stands for itself. */
export function reasonText(language: Language, reason: string): string {
  return known.has(reason) ? cliText(language, `detect.reason.${reason}`, {}) : reason;
}
