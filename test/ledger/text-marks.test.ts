import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintKeyOf } from '../../src/base/index.ts';
import { digestLines, keyedMark } from '../../src/ledger/index.ts';

const gramsOf = (text: string) => new Set(digestLines(text).flatMap(({ grams }) => grams));
const source = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop(){}=.+ '), minLength: 0, maxLength: 80 });

test('spaces, the style of quotes and a closing comma make no difference to a line', () => {
  const [one] = digestLines(`  const price = lookUp("basket", 12);`);
  const [other] = digestLines(`const price=lookUp('basket',12)\t`);
  expect(one?.line).toBeDefined();
  expect(other).toEqual(one);
});

test('a line that says too little has no digest', () => {
  for (const text of ['}', '  });', 'return x;', '// ------------------------', ''])
    expect(digestLines(text)[0]?.line).toBeUndefined();
});

test('two texts that share 39 characters share a passage, wherever they stand and however they are wrapped', () => {
  const shared = 'function totalOfBasket(basket, rates) { return basket.items.map(priceOf) }';
  fc.assert(
    fc.property(source, source, source, source, fc.nat(20), (a, b, c, d, at) => {
      const one = gramsOf(`${a}\n${shared}\n${b}`);
      const cut = shared.indexOf(' ', at);
      const other = gramsOf(`${c}${shared.slice(0, cut)}\n    ${shared.slice(cut)}${d}`);
      expect(one.intersection(other).size).toBeGreaterThan(0);
    }),
  );
});

test('every line of a text has its digests, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      expect(digestLines(text)).toHaveLength(text.split(/\r\n|\r|\n/).length);
    }),
  );
});

test('marks are told apart by their key', () => {
  const [one, other] = [fingerprintKeyOf(Buffer.alloc(32, 1)), fingerprintKeyOf(Buffer.alloc(32, 2))];
  expect(keyedMark(one, 'AAAAAAAAAAA')).toHaveLength(11);
  expect(keyedMark(one, 'AAAAAAAAAAA')).not.toBe(keyedMark(other, 'AAAAAAAAAAA'));
});
