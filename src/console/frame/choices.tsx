import { useSyncExternalStore } from 'react';
import type { Language } from '../../messages/console.ts';
import { languageChoice } from '../language/current-language.ts';
import { useWords } from '../language/use-words.ts';
import { type Theme, themeChoice, themes } from '../theme.ts';

// Each language under its own name, in its own language: its reader may not know the other.
const languageNames: readonly { readonly language: Language; readonly short: string; readonly name: string }[] = [
  { language: 'en', short: 'EN', name: 'English' },
  { language: 'fr', short: 'FR', name: 'Français' },
];

const themeTexts = { system: 'theme.system', light: 'theme.light', dark: 'theme.dark' } as const;

/** The language and the appearance, which this browser remembers. */
export function Choices() {
  return (
    <div className="choices">
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
  );
}

function LanguageSwitch() {
  const { say, language: current } = useWords();
  return (
    <fieldset className="language-switch">
      <legend className="unseen">{say('language.label')}</legend>
      {languageNames.map(({ language, short, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={name}
          aria-pressed={language === current}
          onClick={() => languageChoice.choose(language)}
        >
          {short}
          <span className="unseen"> {name}</span>
        </button>
      ))}
    </fieldset>
  );
}

function ThemeSwitch() {
  const { say } = useWords();
  const current = useSyncExternalStore(themeChoice.subscribe, themeChoice.read);
  return (
    <label className="theme-switch">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6.25" className="theme-ring" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" className="theme-half" />
      </svg>
      <span className="unseen">{say('theme.label')}</span>
      <select
        value={current}
        onChange={({ target }) => themeChoice.choose(themes.find((theme) => theme === target.value) ?? 'system')}
      >
        {themes.map((theme: Theme) => (
          <option key={theme} value={theme}>
            {say(themeTexts[theme])}
          </option>
        ))}
      </select>
    </label>
  );
}
