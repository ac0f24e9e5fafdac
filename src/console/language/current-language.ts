import { type Language, languages, preferredLanguage } from '../../messages/console.ts';
import { RememberedChoice } from '../remembered-choice.ts';

/** The language of the console: as chosen here, else the browser's. */
export const languageChoice = new RememberedChoice<Language>('language', languages, () =>
  preferredLanguage(navigator.languages),
);

export function currentLanguage(): Language {
  return languageChoice.read();
}

/** Tells the document its language, now and after each change: screen readers choose their voice by it. */
export function followLanguage(): void {
  languageChoice.subscribe(tellDocument);
  tellDocument();
}

function tellDocument(): void {
  document.documentElement.lang = currentLanguage();
}
