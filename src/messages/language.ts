export type Language = 'en' | 'fr';

/** The language of a locale name as POSIX or a browser has it (`fr_FR.UTF-8`, `fr-CA`): French for French, else English. */
export function languageOf(locale: string | undefined): Language {
  return /^fr([_.@-]|$)/i.test(locale ?? '') ? 'fr' : 'en';
}
