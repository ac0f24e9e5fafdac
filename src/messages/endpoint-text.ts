import {
  endpointControls as englishControls,
  endpointReasons as englishReasons,
  endpointStates as englishStates,
} from './en/endpoint.ts';
import { fill, type TextArgs } from './fill.ts';
import {
  endpointControls as frenchControls,
  endpointReasons as frenchReasons,
  endpointStates as frenchStates,
} from './fr/endpoint.ts';
import type { Language } from './language.ts';

/** The sentence of a verdict's reason. A code without one stands for itself. */
export function endpointReason(language: Language, code: string, args: TextArgs): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? frenchReasons : englishReasons;
  return fill(texts[code] ?? code, args);
}

/** What a control is called. */
export function endpointControl(language: Language, id: string): string {
  const texts: Readonly<Record<string, string>> = language === 'fr' ? frenchControls : englishControls;
  return texts[id] ?? id;
}

/** What a state is called. */
export function endpointState(language: Language, state: 'met' | 'not_met' | 'unknown'): string {
  return (language === 'fr' ? frenchStates : englishStates)[state];
}
