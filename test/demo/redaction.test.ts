import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { readScenarios } from '../../src/cli/read-scenarios.ts';
import { redactionName, Stage } from '../../src/demo/index.ts';
import { sayAsGiven } from '../../src/demo/as-given.ts';
import type { ExchangeDeclared, ExchangeFinished } from '../../src/ledger/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let stage: Stage;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, reply: (request) => stage.reply(request) });
  const scenarios = await readScenarios();
  stage = new Stage({ gatewayUrl: post.url, scenarios, newId: timeOrderedId, random: () => 0 });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

/** What a file holds that must not leave, by its lines. */
async function valuesOfFile(): Promise<readonly string[]> {
  const scenario = (await readScenarios()).find(({ name }) => name === redactionName);
  const text = JSON.stringify(scenario?.requests.at(-1)?.body);
  return ['PAYMENT_API_SECRET', 'REFUND_IBAN', 'BILLING_CONTACT'].map(
    (name) => new RegExp(`${name}=([^\\\\"]+)`).exec(text)?.[1] ?? '',
  );
}

test('in the demo a file with sensitive values is read and edited, and none of them leaves', async () => {
  const player = { key: post.key, home: '/home/ada', repository: 'billing-api' };
  await stage.playSession(player, { pauseMs: 0, isOver: () => false, name: redactionName });
  const values = await valuesOfFile();
  expect(values.map(({ length }) => length)).toEqual([20, 27, 26]);
  const received = post.vendor.requests.map(({ body }) => body.toString());
  expect(received).toHaveLength(3);
  for (const value of values) expect(received.filter((body) => body.includes(value))).toEqual([]);
  const records = await post.records();
  const declared = records.filter((record): record is ExchangeDeclared => record.kind === 'exchange_declared');
  expect(declared.map(({ verdict }) => verdict)).toEqual(['allow', 'redact', 'redact']);
  const found = declared[1]?.parts.flatMap(({ findings = [] }) => findings.map(({ kind }) => kind));
  expect(found).toEqual(['secret', 'iban', 'email']);
  // The Edit quotes the address twice: in what it looks for, and in what it puts there.
  const endsOf = async () =>
    (await post.records())
      .filter((record): record is ExchangeFinished => record.kind === 'exchange_finished')
      .map(({ outcome, restoredValues }) => [outcome, restoredValues]);
  await expect.poll(endsOf).toEqual([
    ['answered', undefined],
    ['answered', 2],
    ['answered', 0],
  ]);
});

test('the vendor quotes lines as they reached it, and others as they are', () => {
  const blocks = [
    { type: 'text', text: 'done' },
    { type: 'tool_use', id: 't', name: 'Edit', input: { old_string: 'a=1\nb=2', new_string: 'a=1\nb=3', all: false } },
  ] as const;
  const sent = { messages: [{ content: '1\ta=1\n2\tb=2' }] };
  expect(sayAsGiven(blocks, sent, sent)).toEqual(blocks);
  const [text, edit] = sayAsGiven(blocks, sent, { messages: [{ content: '1\ta=X\n2\tb=2' }] });
  expect(text).toBe(blocks[0]);
  expect(edit).toMatchObject({ input: { old_string: 'a=X\nb=2', new_string: 'a=X\nb=3', all: false } });
});
