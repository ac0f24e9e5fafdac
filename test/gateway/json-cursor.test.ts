import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OctroiError } from '../../src/base/index.ts';
import { JsonCursor } from '../../src/gateway/anthropic/json-cursor.ts';

function accepts(text: string): boolean {
  try {
    const cursor = new JsonCursor(Buffer.from(text));
    cursor.passValue();
    cursor.expectEnd();
    return true;
  } catch (fault) {
    if (fault instanceof OctroiError) return false;
    throw fault;
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const damage = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 3 }),
  put: fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', 'e', '\n', 'u', '\u0001', 'é', '\ud800'),
});

test('accepts a text exactly when it is JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), damage, (json, { at, cut, put }) => {
      const offset = at % (json.length + 1);
      const damaged = (json.slice(0, offset) + put + json.slice(offset + cut)).toWellFormed();
      expect(accepts(damaged)).toBe(parses(damaged));
    }),
    { numRuns: 20_000 },
  );
});

test('decodes every string as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, isEscaped) => {
      const json = isEscaped ? `"${[...text].map(escaped).join('')}"` : JSON.stringify(text);
      const cursor = new JsonCursor(Buffer.from(json));
      expect(cursor.readText()).toBe(JSON.parse(json));
    }),
  );
});

test('a lone surrogate becomes the replacement character, so that the text has a UTF-8 form', () => {
  expect(new JsonCursor(Buffer.from('"a\\ud800b"')).readText()).toBe('a\ufffdb');
});

test.each([
  ['[1,]', 3],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ['"\t"', 1],
  ['tru', 0],
  ['[', 1],
  ['"abc', 4],
])('names the byte where %s goes wrong', (text, offset) => {
  const cursor = new JsonCursor(Buffer.from(text));
  expect(() => cursor.passValue()).toThrow(
    expect.objectContaining({ code: 'gateway_body_not_json', args: { offset } }),
  );
});

test('depth costs no call stack: 512 levels pass, one more is refused', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  expect(accepts(nested(512))).toBe(true);
  expect(accepts(nested(513))).toBe(false);
});

function escaped(character: string): string {
  return [...character]
    .flatMap((point) =>
      Array.from({ length: point.length }, (_, index) => `\\u${point.charCodeAt(index).toString(16).padStart(4, '0')}`),
    )
    .join('');
}
