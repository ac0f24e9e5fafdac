import { entropy, wordiness } from './wordiness.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: string): boolean {
  return uuid.test(value);
}

/** How sure a shape must be of being random: the less a key's name says, the more its value has to. */
export type Strictness = 'medium' | 'strict';

/** Whether a value looks as if a machine had drawn it, rather than a person chosen or a program named it. */
export function isRandomLooking(value: string, strictness: Strictness): boolean {
  const { length } = value;
  if (length < (strictness === 'strict' ? 16 : 8) || isNameOfSomething(value)) return false;
  if (/^[0-9a-f]+$/i.test(value)) return isRandomHex(value, strictness);
  const bits = entropy(value);
  if (strictness === 'strict') return bits >= (length < 24 ? 3.4 : 3.7) && hasMixture(value) && wordiness(value) < 0.85;
  if (bits < 2.5) return false;
  if (!/[0-9]/.test(value)) return length >= 12 && wordiness(value) < 0.72 && bits >= 3;
  return isMixedEnough(value);
}

/** Whether a value is one long token, such as a key of some thousand bits: judged by its beginning. */
export function isLongToken(value: string): boolean {
  return /^[\w.+/~!@#$%^&*-]+={0,2}$/.test(value) && isRandomLooking(value.slice(0, 160), 'strict');
}

// Hexadecimal digits of one kind only are a number, a date, a word.
function isRandomHex(value: string, strictness: Strictness): boolean {
  const hasBoth = /[0-9]/.test(value) && /[a-f]/i.test(value);
  if (!hasBoth) return false;
  if (strictness === 'strict') return value.length >= 32 && entropy(value) >= 3;
  return entropy(value) >= 2.6;
}

function hasMixture(value: string): boolean {
  const digits = value.replace(/[^0-9]/g, '').length;
  const hasUpperAndLower = /[a-z]/.test(value) && /[A-Z]/.test(value);
  if (digits === 0) return hasUpperAndLower && value.length >= 20 && wordiness(value) < 0.7;
  return /[a-z]/i.test(value) && (digits >= 2 || hasUpperAndLower) && digits < value.length * 0.9;
}

// `Kx9mQ2vL` yes; `version2`, `item-12`, `2024-01-15` no.
function isMixedEnough(value: string): boolean {
  if (!/[a-z]/i.test(value)) return value.length >= 16 && /[^0-9.\-:/ ]/.test(value);
  const changes = value.match(/[0-9](?=[^0-9])|[^0-9](?=[0-9])/g)?.length ?? 0;
  return changes >= 3 || wordiness(value) < 0.8 || /[^A-Za-z0-9._/:-]/.test(value) || value.length >= 20;
}

// Segments that are words, short numbers or versions, joined by the usual joints: identifiers, paths, hosts, types,
// MIME types, dates. Split also where lower case meets upper case.
const joint = /[-_./:\\ ,@+()[\]]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-zA-Z]\d{1,3})(?=[A-Z][a-z]{3})/;
const shortNumber = /^v?\d{1,5}(?:st|nd|rd|th|px|em|ms|s|m|h|d|kb|mb|gb|x)?$/i;

/** Whether a value is made of words and small numbers, as names, paths, addresses, versions and dates are. */
export function isNameOfSomething(value: string): boolean {
  const segments = value.split(joint).filter((segment) => segment !== '');
  if (segments.length === 0) return true;
  return segments.every((segment) => shortNumber.test(segment) || isWord(segment));
}

// A word, or a word with a small number at its end, as in `sha256`, `user2`, `oauth2`.
function isWord(segment: string): boolean {
  const letters = segment.replace(/\d{1,4}$/, '');
  if (!/^[a-z]+$/i.test(letters) || letters.length > 24) return false;
  if (letters.length <= 4) return true;
  return wordiness(letters) >= 0.8 && (/^[A-Z]?[a-z]+$/.test(letters) || /^[A-Z]+$/.test(letters));
}
