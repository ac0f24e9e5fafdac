import type { OctroiError } from '../../base/index.ts';
import { type RefusedSource, SourceRefusal } from '../../detection/index.ts';
import { errorText, type Language } from '../../messages/index.ts';
import { cliError } from '../errors.ts';

/** What was thrown, told as the fault of a file where it is one: of rules or words that cannot be used. */
export function toldSource(language: Language, fault: unknown): unknown {
  return fault instanceof SourceRefusal ? refusedSource(language, fault.refused) : fault;
}

/** The error for a file of rules or words that cannot be used: which file, and what the detection room says of it. */
export function refusedSource(language: Language, { file, code, args }: RefusedSource): OctroiError {
  const { text, hint } = errorText(language, code, args);
  return cliError('cli_source_refused', { file, reason: text, code, advice: hint });
}
