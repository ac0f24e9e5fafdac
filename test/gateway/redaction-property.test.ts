import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readBody } from '../../src/gateway/anthropic/read-body.ts';
import { declareParts } from '../../src/gateway/declare.ts';
import { Inspector } from '../../src/gateway/inspection/inspect.ts';
import { redactBody } from '../../src/gateway/inspection/redact-body.ts';
import { builtInSources } from '../../src/detection/index.ts';
import { fingerprintKey } from '../support/declare.ts';
import { iban, password, token } from '../support/sensitive.ts';

const inspector = new Inspector(builtInSources, { scanBudgetMs: 60_000, mappingLifetimeMs: 60_000 });
afterAll(() => inspector.close());

// Any text, lone surrogates and control characters included; and what is found, set into it.
const noise = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => ` ${text} `);
const brokenUnits = fc.constantFrom(
  '\ud800',
  '\udc00',
  '\u2028',
  '\u0000',
  '"',
  '\\',
  '\\u0041',
  '\n',
  '\r\n',
  '\t',
  'é',
  '𝒳',
);
const values = fc.constantFrom(`DB_PASSWORD="${password}"`, token, iban, '"', `mail: jean.martin@banque-durand.fr`);
const text = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: noise }, { weight: 2, arbitrary: brokenUnits }, { weight: 2, arbitrary: values }),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join('\n'));

const block = fc.oneof(
  text.map((each) => ({ type: 'text', text: each })),
  text.map((each) => ({
    type: 'tool_use',
    id: 'toolu_0123456789abcdefghij',
    name: 'mcp__x__y',
    input: { a: each, [token]: 1, n: 1e5 },
  })),
  text.map((each) => ({ type: 'tool_result', tool_use_id: 'toolu_0123456789abcdefghij', content: each })),
  text.map((each) => ({ type: 'from_the_future', deep: [[each, { b: null, password }]] })),
);
const message = fc.record({
  role: fc.constantFrom('user', 'assistant'),
  content: fc.oneof(text, fc.array(block, { maxLength: 4 })),
});

/** A value as JSON text, in which each character of a string may stand escaped. */
function written(value: unknown, random: () => number): string {
  if (typeof value === 'string') return `"${[...value].map((each) => writtenCharacter(each, random)).join('')}"`;
  if (Array.isArray(value)) return `[${value.map((each) => written(each, random)).join(random() < 0.2 ? ' , ' : ',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, each]) => `${written(name, random)}:${written(each, random)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

function writtenCharacter(character: string, random: () => number): string {
  const plain = JSON.stringify(character).slice(1, -1);
  if (random() < 0.8) return plain;
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}

function restoredDeep(value: unknown, meanings: ReadonlyMap<string, { readonly value: string }>): unknown {
  const restore = (each: string) =>
    [...meanings].reduce((result, [standIn, { value: meant }]) => result.replaceAll(standIn, () => meant), each);
  if (typeof value === 'string') return restore(value);
  if (Array.isArray(value)) return value.map((each) => restoredDeep(each, meanings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [restore(name), restoredDeep(each, meanings)]));
}

let conversations = 0;
let redactions = 0;

test('whatever a body holds and however it is written: nothing found leaves, the rest stays, and restoring gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (messages, stream) => {
        const random = () => stream.next().value ?? 1;
        const original = { model: 'm', messages };
        const bytes = Buffer.from(written(original, random));
        const parsed = JSON.parse(bytes.toString());
        const body = readBody(bytes, fingerprintKey);
        conversations += 1;
        const subject = { bytes, body, tenantId: 't', fingerprintKey, conversation: String(conversations) };
        const inspection = await inspector.inspect(subject);
        const { bytes: redacted, meanings } = redactBody(bytes, inspection.found, inspection.standIns);
        redactions += meanings.size;
        const left = redacted.toString();
        expect(restoredDeep(JSON.parse(left), meanings)).toEqual(parsed);
        const inside = JSON.stringify(JSON.parse(left));
        for (const value of [password, token, iban, 'jean.martin']) expect(inside).not.toContain(value);
        if (meanings.size === 0) expect(redacted.equals(bytes)).toBe(true);
        const { parts } = declareParts(bytes, body.pieces, { fingerprintKey, sent: new Set(), inspection });
        expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(bytes.length);
        const found = inspection.found.reduce((sum, { marked }) => sum + marked.findings.length, 0);
        expect(parts.flatMap(({ findings }) => findings ?? []).length).toBe(found);
      },
    ),
    { numRuns: 400 },
  );
  expect(redactions).toBeGreaterThan(500);
}, 60_000);
