import { errorText } from './error-text.ts';
import type { Language } from './language.ts';

/** A decision on a hook: codes, and what they say where a code has no text of its own. */
type Decided = {
  readonly reasons: readonly string[];
  readonly texts?: { readonly en: string; readonly fr: string };
};

/** What a person reads of a hook's decision, with the code to search for. */
export function hookText(language: Language, { reasons, texts }: Decided, kind: string): string {
  const code = reasons[0] ?? '';
  if (texts) return `octroi: ${texts[language]} [${code}]`;
  const { text, hint } = errorText(language, code, { kind });
  return `octroi: ${text} ${hint} [${code}]`;
}
