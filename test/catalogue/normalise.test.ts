import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseTerms } from '../../src/catalogue/watch/normalise.ts';

test.each([
  ['link targets', 'see our [policy](https://a.example/website.v1.1234) for more', 'see our policy for more'],
  ['link targets with brackets in them', 'our [terms](/a_(b)_c "Terms") apply', 'our terms apply'],
  ['reference links', 'our [terms][1] apply', 'our terms apply'],
  ['addresses', 'read <https://a.example/x> or https://b.example/y now', 'read or now'],
  ['marks', '**We** may _not_ `train` ~~ever~~', 'we may not train ever'],
  ['headings, lists and quotes', '## Terms\n\n- one\n* two\n3. three\n> four', 'terms one two three four'],
  ['tables', '| a | b |\n|---|---|\n| c | d |', 'a b c d'],
  ['escapes', 'section 3\\.1 \\(b\\)', 'section 3.1 (b)'],
  ['spaces of every kind', 'with\u00a0no\u2060\u200bthing \n\n  else', 'with nothing else'],
  ['quotation marks', '“Inputs” and ‘Outputs’: Customer’s', "\"inputs\" and 'outputs': customer's"],
  ['dashes', 'on–off—ever', 'on-off-ever'],
  ['the order of a date', 'Effective July 8, 2026', 'effective 2026-07-08'],
  ['the other order of a date', 'effective 8 July 2026', 'effective 2026-07-08'],
  ['a short month', 'effective 8 Sep 2026', 'effective 2026-09-08'],
  ['small and capital letters', 'WE MAY NOT', 'we may not'],
  ['an underscore within a word', 'data_retention_mode', 'data_retention_mode'],
])('%s make no difference', (_, text, words) => {
  expect(normaliseTerms(text)).toBe(words);
});

test.each([
  ['a word', 'we may train', 'we may not train'],
  ['a number', 'kept for 30 days', 'kept for 90 days'],
  ['a date', 'effective July 8, 2026', 'effective July 9, 2026'],
  ['a word that is no month', 'step 8 Alpha 2026', 'Alpha 8, 2026'],
])('%s makes one', (_, one, other) => {
  expect(normaliseTerms(one)).not.toBe(normaliseTerms(other));
});

test('whatever the text, it ends, and what is normal stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const once = normaliseTerms(text);
      expect(once).toBe(once.trim());
      expect(once).not.toMatch(/\s\s/);
    }),
  );
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }).map((found) => found.join(' '));
  fc.assert(
    fc.property(words, (text) => {
      expect(normaliseTerms(text)).toBe(text);
    }),
  );
});

test('a text made to slow it down costs what its length costs', () => {
  for (const mark of ['[', '](', '(', '](a', '**', '_a', '- ', '1. ', '> ', 'may ', '<https://']) {
    const text = mark.repeat(100_000);
    expect(normaliseTerms(text).length).toBeLessThanOrEqual(text.length);
  }
}, 10_000);
