import { ledgerProofErrors as englishErrors } from './en/errors/ledger-proof.ts';
import { verification as english } from './en/verification.ts';
import type { ErrorText } from './error-text.ts';
import { fill, type TextArgs } from './fill.ts';
import { ledgerProofErrors as frenchErrors } from './fr/errors/ledger-proof.ts';
import { verification as french } from './fr/verification.ts';
import type { Language } from './language.ts';

export { type Language, languageOf } from './language.ts';

export type VerificationKey = keyof typeof english;

/*
 * These texts alone go into the auditor's single file, which must stay small: that is why they have a door of their own.
 */

/** What verification says when nothing speaks against the files. */
export function verificationText(language: Language, key: VerificationKey, args: TextArgs): string {
  return fill((language === 'fr' ? french : english)[key], args);
}

/** What speaks against a file, or undefined for a code that is none of verification. */
export function refutationText(language: Language, code: string, args: TextArgs): ErrorText | undefined {
  const texts: Readonly<Record<string, ErrorText>> = language === 'fr' ? frenchErrors : englishErrors;
  const found = texts[code];
  return found && { text: fill(found.text, args), hint: fill(found.hint, args) };
}
