import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from '../../src/gateway/anthropic/read-body.ts';
import { declareParts } from '../../src/gateway/declare.ts';
import { fingerprintKey } from '../support/declare.ts';

// Longer than any setting or id may be without being declared.
const canary = 'CANARY'.repeat(100);
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(canary, 1, true, null, `<system-reminder>\n${canary}\n</system-reminder>`, `1\t${canary}`),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'type',
        'text',
        'content',
        'source',
        'data',
        'input',
        'file_path',
        'command',
        'role',
        'id',
        canary,
        'y',
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;
const anyBlock = fc.record(
  {
    type: fc.constantFrom('text', 'tool_result', 'tool_use', 'image', 'document', 'thinking', 'future'),
    text: anyJson,
    content: anyJson,
    source: anyJson,
    input: anyJson,
    more: anyJson,
  },
  { requiredKeys: ['type'] },
);
const anyBody = fc.record(
  {
    messages: fc.array(
      fc.oneof(
        anyJson,
        fc.record({
          role: fc.constantFrom('user', 'assistant', 'system'),
          content: fc.oneof(anyJson, fc.array(fc.oneof(anyJson, anyBlock))),
        }),
      ),
      { maxLength: 5 },
    ),
    system: anyJson,
    tools: anyJson,
    future: anyJson,
    model: anyJson,
    metadata: anyJson,
  },
  { requiredKeys: ['messages'] },
);

test('whatever a body holds, its parts add up to its bytes, never overlap, and no content lies between them', () => {
  fc.assert(
    fc.property(anyBody, fc.boolean(), (value, isSpaced) => {
      const body = Buffer.from(JSON.stringify(value, null, isSpaced ? 2 : undefined));
      const { pieces } = readBody(body, fingerprintKey);
      const { parts } = declareParts(body, pieces, { fingerprintKey, sent: new Set() });
      expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(body.length);
      let end = 0;
      let between = '';
      for (const piece of pieces) {
        expect(piece.start).toBeGreaterThanOrEqual(end);
        between += body.toString('utf8', end, piece.start);
        end = piece.end;
      }
      between += body.toString('utf8', end);
      expect(between).not.toContain(canary);
    }),
    { numRuns: 3_000 },
  );
});
