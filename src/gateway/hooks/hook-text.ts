import { errorText } from '../../messages/index.ts';
import type { Language } from '../admission.ts';
import type { HookDecision } from '../../policy/index.ts';

/** What a person reads of a decision, with the code to search for. */
export function hookText(language: Language, { reasons, texts }: HookDecision, kind: string): string {
  const code = reasons[0] ?? '';
  if (texts) return `octroi: ${texts[language]} [${code}]`;
  const { text, hint } = errorText(language, code, { kind });
  return `octroi: ${text} ${hint} [${code}]`;
}
