import { expect, test } from 'vitest';
import { formatsOf } from '../../src/console/language/formats.ts';
import { inPlainSight } from '../../src/console/pieces/in-plain-sight.ts';

const english = formatsOf('en');
const french = formatsOf('fr');
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  [0, '0 bytes', '0 octet'],
  [1, '1 byte', '1 octet'],
  [999, '999 bytes', '999 octets'],
  [1_494, '1.5 kB', '1,5 ko'],
  [54_037, '54 kB', '54 ko'],
  [31_000_000, '31 MB', '31 Mo'],
  [2_400_000_000, '2.4 GB', '2,4 Go'],
])('%d bytes at a glance', (bytes, inEnglish, inFrench) => {
  expect([plain(english.size(bytes)), plain(french.size(bytes))]).toEqual([inEnglish, inFrench]);
});

test('bytes to the byte, shares, and times', () => {
  expect(plain(english.bytes(54_037))).toBe('54,037 bytes');
  expect(plain(french.bytes(54_037))).toBe('54 037 octets');
  expect([0, 0.000_2, 0.004, 0.42, 1].map((share) => plain(english.percent(share)))).toEqual([
    '0%',
    '< 0.1%',
    '0.4%',
    '42%',
    '100%',
  ]);
  expect([plain(english.duration(139)), plain(french.duration(12_340))]).toEqual(['139 ms', '12,3 s']);
});

test('English dates put the day first and count to 24 hours', () => {
  expect(english.instant('2026-11-05T15:04:05.000Z')).toMatch(/^[56] Nov 2026, \d\d:04:05$/);
  expect(english.day('2026-11-05T12:00:00.000Z')).toMatch(/\d November 2026$/);
  expect(french.date('2026-11-05T12:00:00.000Z')).toMatch(/^\d nov\. 2026$/);
});

test('what is not seen, or turns the reading around, is shown by its number', () => {
  expect(inPlainSight('report\u202Efdp.exe')).toBe('report⟨U+202E⟩fdp.exe');
  expect(inPlainSight('a\u200Bb\u2028c')).toBe('a⟨U+200B⟩b⟨U+2028⟩c');
  expect(inPlainSight('~/projets/été/日本.md')).toBe('~/projets/été/日本.md');
});
