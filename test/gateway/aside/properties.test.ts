import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../src/base/index.ts';
import { html } from '../../../src/gateway/client-sign-in/html.ts';
import { textsIn, withTexts } from '../../../src/detection/index.ts';
import { eventRecords } from '../../../src/gateway/telemetry/event-records.ts';
import { readEvents } from '../../../src/gateway/telemetry/read-events.ts';
import { hashUserCode, makeUserCode } from '../../../src/tenancy/sign-in/user-code.ts';

const sender = { workspaceId: 'w', personId: 'p', keyId: 'k', contractId: 'c' };
const delivery = {
  tenantId: 't',
  sender,
  userAgent: undefined,
  recordedAt: '2026-11-26T00:00:00.000Z',
  newId: () => 'id',
  mask: (text: string) => text,
};

test('whatever bytes a client delivers, reading them ends in events or in nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isJson) => {
      const events = readEvents(Buffer.from(bytes), isJson);
      expect(events === undefined || Array.isArray(events)).toBe(true);
    }),
  );
});

test('no attribute of an event gets into a record but a word, a number or a path', () => {
  const names = fc.constantFrom('tool_result', 'tool_decision', 'retention_sweep', 'user_prompt', 'api_request');
  const sentence = 'the plan for Monday';
  const attributes = fc.dictionary(
    fc.constantFrom(
      'prompt',
      'tool_name',
      'error_type',
      'decision',
      'source',
      'result',
      'tool_input',
      'tool_parameters',
      'session.id',
      'duration_ms',
    ),
    fc.constantFrom(sentence, JSON.stringify({ command: sentence }), 'Bash', '7'),
  );
  fc.assert(
    fc.property(names, attributes, (name, values) => {
      const events = [{ name, attributes: new Map(Object.entries(values)) }];
      expect(JSON.stringify(eventRecords(events, delivery))).not.toContain(sentence);
    }),
  );
});

test('putting a document’s own texts back changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const document = value as Json;
      const texts = textsIn(document);
      let at = 0;
      expect(withTexts(document, () => texts[at++]?.value ?? '')).toEqual(document);
      expect(at).toBe(texts.length);
    }),
  );
});

test('a document nested deeper than any tool’s own is refused, not read in part', () => {
  let document: Json = 'x';
  for (let depth = 0; depth < 200; depth += 1) document = [document];
  expect(() => textsIn(document)).toThrow(RangeError);
});

test('nothing that is filled into a page ends its place', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { html: page } = html`<a title="${text}">${text}</a>`;
      expect(page.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
    }),
  );
});

test('a user code is the same however it is typed, and no two are', () => {
  const code = makeUserCode();
  for (const typed of [code.toLowerCase(), code.replace('-', ''), ` ${code} `, code.replace('-', ' - ')])
    expect(hashUserCode(typed)).toBe(hashUserCode(code));
  expect(new Set(Array.from({ length: 200 }, () => hashUserCode(makeUserCode()))).size).toBe(200);
});
