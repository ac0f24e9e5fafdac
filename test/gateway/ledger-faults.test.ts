import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { OctroiError, timeOrderedId } from '../../src/base/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

let server: OwnServer;

beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(async () => {
  await server.remove();
});

// A test that fails must not take the next ones down with it.
afterEach(async () => {
  await server.comeBack();
});

const streaming = JSON.stringify({ ...hello, stream: true });

test('a ledger that fails refuses the request, and nothing leaves', async () => {
  const database = await createDatabase();
  const post = await startTestGateway({
    store: database.store,
    ledger: (real) => ({
      ...real,
      append: async () => Promise.reject(new OctroiError('ledger_write_rejected', { detail: '42501' })),
    }),
  });
  const answered = await send(post.url, post.key);
  expect(answered).toMatchObject({ status: 503, code: 'ledger_write_rejected' });
  expect(answered.headers['x-should-retry']).toBe('false');
  expect(post.vendor.requests).toEqual([]);
  expect(post.events).toContainEqual(expect.objectContaining({ kind: 'refused', code: 'ledger_write_rejected' }));
  await post.stop();
  await database.drop();
});

test('a declaration is on disk before a byte leaves', async () => {
  const database = await createDatabase();
  const order: string[] = [];
  const post = await startTestGateway({
    store: database.store,
    reply: async () => {
      const rows = await database.asSuper(`select kind from ledger_record where kind like 'exchange%'`);
      order.push(`${rows.map((row) => row['kind']).join()} is on disk`, 'the request has left');
      return { kind: 'json', status: 200, body: '{}' };
    },
  });
  await send(post.url, post.key);
  expect(order).toEqual(['exchange_declared is on disk', 'the request has left']);
  await post.stop();
  await database.drop();
});

test('while the database is killed and comes back by itself, requests wait and pass', async () => {
  const post = await startTestGateway({ store: server.store, limits: { waitMs: 20_000 } });
  expect((await send(post.url, post.key)).status).toBe(200);
  await server.kill();
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(post.url, post.key)));
  expect(answers.map((answered) => answered.status)).toEqual(Array.from({ length: 10 }, () => 200));
  const exchanges = await eventually(
    post.exchanges,
    (found) => found.length === 11 && found.every((exchange) => exchange.ended),
  );
  expect(new Set(exchanges.map((exchange) => exchange.began.exchangeId)).size).toBe(11);
  await post.stop();
});

test('a database that stays away refuses the request after the wait; when it is back, all goes on', async () => {
  const post = await startTestGateway({ store: server.store, limits: { waitMs: 300 } });
  expect((await send(post.url, post.key)).status).toBe(200);
  await server.goAway();
  const seen = post.vendor.requests.length;
  const refused = await send(post.url, post.key);
  expect(refused).toMatchObject({ status: 503, code: 'ledger_unavailable' });
  expect(refused.headers['x-should-retry']).toBe('false');
  expect(post.vendor.requests.length).toBe(seen);
  await server.comeBack();
  await eventually(
    () => send(post.url, post.key),
    (answered) => answered.status === 200,
  );
  await post.stop();
});

test('a key never seen before cannot be checked while the database is away: refused', async () => {
  const post = await startTestGateway({ store: server.store, limits: { waitMs: 300 } });
  await server.goAway();
  const refused = await send(post.url, post.key);
  expect(refused).toMatchObject({ status: 503, code: 'gateway_directory_unavailable' });
  expect(post.vendor.requests).toEqual([]);
  await server.comeBack();
  await post.stop();
});

test('records that nobody waits for do not keep those behind them from being refused in time', async () => {
  const tenancy = testTenancy(server.store);
  const tenantId = await makeTenant(server.store);
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 300 });
  const subjectId = tenantId;
  await ledger.append(declaredRecord({ tenantId }), { subjectId }); // From here on the key is in memory.
  await server.goAway();
  const append = (isPatient: boolean) => ledger.append(declaredRecord({ tenantId }), { subjectId, isPatient });
  // The first two are under way together; of the next two, one waits behind the other.
  const kept = [append(true)];
  await expect(append(false)).rejects.toMatchObject({ code: 'ledger_unavailable' });
  kept.push(append(true));
  await expect(append(false)).rejects.toMatchObject({ code: 'ledger_unavailable' });
  await server.comeBack();
  expect((await Promise.all(kept)).length).toBe(2);
  await ledger.close();
});

test('a stream’s client is kept alive while the database is away, and answered when it is back', async () => {
  const post = await startTestGateway({
    store: server.store,
    limits: { waitMs: 30_000, firstPingMs: 100, pingEveryMs: 100 },
  });
  expect((await send(post.url, post.key, { body: streaming })).status).toBe(200);
  await server.goAway();
  const { response, text } = await openStream(post, streaming);
  expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
  await eventually(text, (found) => (found.match(/event: ping\ndata: \{"type":"ping"\}\n\n/g) ?? []).length >= 2);
  await server.comeBack();
  await once(response, 'end');
  expect(text()).toContain('event: message_stop');
  await post.stop();
});

test('what goes wrong after our pings is told as an event', async () => {
  const post = await startTestGateway({
    store: server.store,
    limits: { waitMs: 1_000, firstPingMs: 50, pingEveryMs: 50 },
  });
  expect((await send(post.url, post.key, { body: streaming })).status).toBe(200);
  await server.goAway();
  const { response, text } = await openStream(post, streaming);
  await once(response, 'end');
  expect(text()).toMatch(/event: error\ndata: \{"type":"error".*\[ledger_unavailable\]/);
  await server.comeBack();
  await post.stop();
});

test('an error of the vendor after our pings keeps its words', async () => {
  const body = '{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long"}}';
  const post = await startTestGateway({
    store: server.store,
    reply: (request) => ({ kind: 'json', status: request.body.includes('again') ? 400 : 200, body }),
    limits: { waitMs: 30_000, firstPingMs: 50, pingEveryMs: 50 },
  });
  expect((await send(post.url, post.key, { body: streaming })).status).toBe(200);
  await server.goAway();
  const again = { ...hello, stream: true, messages: [{ role: 'user', content: 'again' }] };
  const { response, text } = await openStream(post, JSON.stringify(again));
  await server.comeBack();
  await once(response, 'end');
  expect(text().endsWith(`event: error\ndata: ${body}\n\n`)).toBe(true);
  await post.stop();
});

test('a key revoked while the database did not answer us does not pass when it answers again', async () => {
  const post = await startTestGateway({ store: server.store, limits: { waitMs: 30_000 } });
  expect((await send(post.url, post.key)).status).toBe(200);
  await server.asSuper('alter role octroi_login nologin');
  await server.asSuper(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'octroi_login'`);
  await eventually(
    () => post.directory.look(post.key),
    ({ isConfirmed }) => !isConfirmed,
  );
  const sending = send(post.url, post.key);
  await server.asSuper(`update octroi_key set revoked_at = now() where id = '${post.keyId}'`);
  await server.asSuper('alter role octroi_login login');
  expect((await sending).code).toBe('gateway_key_revoked');
  expect(post.vendor.requests.length).toBe(1);
  const [exchange] = await eventually(post.exchanges, ([newest]) => newest?.ended !== undefined);
  expect(exchange).toMatchObject({
    began: { kind: 'exchange_declared' },
    ended: { outcome: 'not_sent', reason: 'gateway_key_revoked' },
  });
  await post.stop();
});

test('a full disk refuses, and when there is room again, all goes on', async () => {
  const database = await createDatabase();
  const post = await startTestGateway({ store: database.store, limits: { waitMs: 500 } });
  // The server's own answer to a full disk, by its own code (53100), for this table alone.
  await database.asSuper(`
    create function disk_is_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
    create trigger full_disk before insert on ledger_record for each row execute function disk_is_full();`);
  expect(await send(post.url, post.key)).toMatchObject({ status: 503, code: 'ledger_unavailable' });
  expect(post.vendor.requests).toEqual([]);
  await database.asSuper('drop trigger full_disk on ledger_record');
  await eventually(
    () => send(post.url, post.key),
    (answered) => answered.status === 200,
  );
  await post.stop();
  await database.drop();
});

async function openStream(post: GatewayUnderTest, body: string) {
  const headers = { authorization: `Bearer ${post.key}` };
  const request = httpRequest(`${post.url}/v1/messages`, { method: 'POST', agent: false, headers });
  request.end(body);
  const [response] = await once(request, 'response');
  let received = '';
  response.on('data', (chunk: Buffer) => (received += chunk.toString()));
  return { response, text: () => received };
}
