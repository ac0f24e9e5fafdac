import { describe, expect, test } from 'vitest';
import * as englishCharter from '../../src/messages/en/notices/charter.ts';
import * as englishCouncil from '../../src/messages/en/notices/council.ts';
import * as englishDpia from '../../src/messages/en/notices/dpia.ts';
import * as englishFrame from '../../src/messages/en/notices/frame.ts';
import * as englishStaff from '../../src/messages/en/notices/staff.ts';
import * as frenchCharter from '../../src/messages/fr/notices/charter.ts';
import * as frenchCouncil from '../../src/messages/fr/notices/council.ts';
import * as frenchDpia from '../../src/messages/fr/notices/dpia.ts';
import * as frenchFrame from '../../src/messages/fr/notices/frame.ts';
import * as frenchStaff from '../../src/messages/fr/notices/staff.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const pairs: readonly (readonly [string, Texts, Texts])[] = [
  ['frame', englishFrame, frenchFrame],
  ['staff', englishStaff, frenchStaff],
  ['charter', englishCharter, frenchCharter],
  ['council', englishCouncil, frenchCouncil],
  ['dpia', englishDpia, frenchDpia],
];

function textsIn(texts: Texts): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([name, all]) =>
    Object.entries(all).flatMap(([key, said]) =>
      (typeof said === 'string' ? [said] : said).map(
        (text, at) => [`${name.endsWith('Lists')} ${key} ${at}`, text] as const,
      ),
    ),
  );
}

const bracesAndBars = (text: string): readonly string[] => [
  ...[...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted(),
  ...text.split('|').map(() => '|'),
];

describe.each(pairs)('the texts of %s', (_, english, french) => {
  const translated = new Map(textsIn(french));

  test('are as many in French, with the same braces and columns, and none was left in English', () => {
    expect(translated.size).toBe(textsIn(english).length);
    for (const [key, text] of textsIn(english)) {
      const said = translated.get(key) ?? '';
      expect([key, bracesAndBars(said)]).toEqual([key, bracesAndBars(text)]);
      if (/\p{L}{3}.* \p{L}{3}/u.test(text.replaceAll(/\{\w+\}/g, ''))) expect([key, said]).not.toEqual([key, text]);
    }
  });

  test('are set in French: no straight apostrophe between letters', () => {
    expect([...translated.values()].filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });

  test('call nothing compliant', () => {
    const claim = /\b(is|are|fully|est|sont|entièrement)\s+(compliant|conformes?)\b|\bcompliant\b/i;
    expect([...textsIn(english), ...textsIn(french)].filter(([, text]) => claim.test(text))).toEqual([]);
  });
});
