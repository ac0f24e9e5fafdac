import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { send } from '../support/http.ts';

let database: TestDatabase;
let post: GatewayUnderTest;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

test.each([
  ['POST', '/v1/files', 'gateway_path_unknown', 404],
  ['POST', '/v1/messages/batches', 'gateway_path_unknown', 404],
  ['POST', '/v1/messages/', 'gateway_path_unknown', 404],
  ['POST', '/v1//messages', 'gateway_path_unknown', 404],
  ['POST', '/V1/messages', 'gateway_path_unknown', 404],
  ['POST', '/v1/messages/../files', 'gateway_path_unknown', 404],
  ['POST', '/v1/%6Dessages', 'gateway_path_unknown', 404],
  ['POST', '/api/event_logging/v2/batch', 'gateway_path_unknown', 404],
  ['POST', '/v1/models', 'gateway_method_unknown', 405],
  ['PUT', '/v1/messages', 'gateway_method_unknown', 405],
  ['GET', '/v1/messages', 'gateway_method_unknown', 405],
  ['GET', '/v1/models/../files', 'gateway_path_unknown', 404],
  ['GET', '/', 'gateway_path_unknown', 404],
  ['DELETE', '/v1/files/file_1', 'gateway_path_unknown', 404],
])('refuses %s %s and forwards nothing', async (method, path, code, status) => {
  const before = post.vendor.requests.length;
  expect(await send(post.url, post.key, { method, path })).toMatchObject({ status, code });
  expect(post.vendor.requests.length).toBe(before);
});

test('a GET that carries a body leaves without it', async () => {
  const headers = { 'content-length': '6', 'content-type': 'application/json' };
  await send(post.url, post.key, { method: 'GET', path: '/v1/models', headers, body: 'secret' });
  expect(post.vendor.requests.at(-1)?.body.length).toBe(0);
});
