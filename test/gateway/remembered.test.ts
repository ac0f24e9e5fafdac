import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BodyMemory } from '../../src/gateway/anthropic/body-memory.ts';
import { readBody } from '../../src/gateway/anthropic/read-body.ts';
import { nothingRemembered, type RememberedBody } from '../../src/gateway/anthropic/remembered.ts';
import { call, fingerprintKey, request, result, user } from '../support/declare.ts';
import { fixtureBody } from '../support/fixtures.ts';

test('a body read with what is remembered is described as read anew, turn by turn', () => {
  let earlier: readonly RememberedBody[] = [];
  for (const turn of ['001', '002', '003', '004', '003', '001', '005']) {
    const body = fixtureBody(`edit-write/${turn}-POST-_v1_messages`);
    const read = readBody(body, fingerprintKey, earlier);
    expect(read).toEqual(readBody(body, fingerprintKey));
    earlier = [read.remembered];
  }
});

test('what was not changed is not read again', () => {
  const [first, second] = [
    fixtureBody('edit-write/002-POST-_v1_messages'),
    fixtureBody('edit-write/003-POST-_v1_messages'),
  ];
  const before = readBody(first, fingerprintKey).remembered;
  const after = readBody(second, fingerprintKey, [before]).remembered;
  // The same objects, not equal ones: they were taken over. The last message of a turn loses its cache mark in the next.
  expect(after.messages.slice(0, 3).map((message, index) => message === before.messages[index])).toEqual([
    true,
    true,
    true,
  ]);
  expect(after.members.get('tools')).toBe(before.members.get('tools'));
});

// Few ids, few texts, few inputs: so that bodies share much, and contradict one another where they share.
const id = fc.constantFrom('toolu_1', 'toolu_2');
const text = fc.constantFrom(
  '1\ta\n2\tb',
  'x',
  '<system-reminder>\nCalled the Read tool with the following input: {"file_path":"/m"}\n</system-reminder>',
  '<system-reminder>\nResult of calling the Read tool:\n1\ta\n</system-reminder>',
);
const message = fc.oneof(
  fc.record({ role: fc.constantFrom('user', 'assistant', 'system'), content: text }),
  fc.record({
    role: fc.constant('assistant'),
    content: fc.tuple(
      fc.record({
        type: fc.constant('tool_use'),
        id,
        name: fc.constantFrom('Read', 'Bash'),
        input: fc.constantFrom({ file_path: '/a' }, { file_path: '/b' }, { command: 'ls' }),
      }),
    ),
  }),
  fc.record({
    role: fc.constant('user'),
    content: fc.tuple(fc.record({ type: fc.constant('tool_result'), tool_use_id: id, content: text })),
  }),
);
const body = fc.record({
  messages: fc.array(message, { maxLength: 6 }),
  system: fc.constantFrom('s', [{ type: 'text', text: 't' }]),
  tools: fc.constantFrom([], [{ name: 'Read' }]),
});

test('whatever came before, a body is described as if nothing had', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 2, maxLength: 4 }), (bodies) => {
      const memory = new BodyMemory();
      for (const value of bodies) {
        const bytes = Buffer.from(JSON.stringify(value));
        const read = readBody(bytes, fingerprintKey, memory.of('c'));
        expect(read).toEqual(readBody(bytes, fingerprintKey));
        memory.keep('c', read.remembered);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('a result that is the same, of a call that is not, is read again', () => {
  const bodies = ['/a', '/b'].map((path) =>
    request(user('hello'), call('Read', { file_path: path }), result('Read', '1\tx')),
  );
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = bodies;
  const { pieces } = readBody(second, fingerprintKey, [readBody(first, fingerprintKey).remembered]);
  expect(pieces.find(({ facts }) => facts.kind === 'file')?.facts.path).toBe('/b');
});

test('keeps the conversations used last, and few bodies of each', () => {
  const memory = new BodyMemory();
  const one = (name: string): RememberedBody => readBody(request(user(name)), fingerprintKey).remembered;
  for (let count = 0; count < 5; count += 1) memory.keep('c', one(`begins otherwise ${count}`));
  expect(memory.of('c').length).toBe(3);
  for (let count = 0; count < 2_500; count += 1) memory.keep(`conversation ${count}`, one('x'));
  expect(memory.of('c')).toEqual([]);
  expect(memory.of('conversation 2499').length).toBe(1);
  memory.keep('empty', nothingRemembered);
  expect(memory.of('empty')).toEqual([nothingRemembered]);
});
