import { RememberedChoice } from './remembered-choice.ts';

export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

export const themeChoice = new RememberedChoice<Theme>('theme', themes, () => 'system');

/** Dresses the page in the theme chosen, now and after each change. The colours of each stand in styles/tokens.css. */
export function followTheme(): void {
  themeChoice.subscribe(dressDocument);
  dressDocument();
}

function dressDocument(): void {
  document.documentElement.dataset['theme'] = themeChoice.read();
}
