import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { addAccount } from '../support/person-sign-in.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer();
  await addAccount(server, 'Dana', 'octroi-dpo');
  await addAccount(server, 'Diego', 'octroi-dpo');
});
afterAll(() => server.close());

const wish = { label: 'internal', purpose: 'incident 4711, what left', days: 7 };

test('whoever asked cannot approve, and what is over cannot be ended again', async () => {
  const [dana, diego] = [await server.as('Dana'), await server.as('Diego')];
  const made = await dana.post('/api/captures', wish);
  expect(made.status).toBe(201);
  const { id } = JSON.parse(made.body);
  expect(JSON.parse((await dana.post(`/api/captures/${id}/approve`)).body)).toMatchObject({
    code: 'retention_capture_same_person',
  });
  expect((await diego.post(`/api/captures/${id}/approve`)).status).toBe(204);
  // Approved by both, and the policy in force says nothing of it: nothing is captured.
  expect(JSON.parse((await diego.get('/api/captures')).body)).toMatchObject([{ state: 'approved', isInForce: false }]);
  expect((await diego.post(`/api/captures/${id}/end`)).status).toBe(204);
  expect(JSON.parse((await dana.post(`/api/captures/${id}/end`)).body)).toMatchObject({
    code: 'retention_capture_closed',
  });
});

test('a wish that does not fit, and a capture there is not, are refused', async () => {
  const dana = await server.as('Dana');
  for (const wrong of [
    { ...wish, days: 31 },
    { ...wish, purpose: 'short' },
    { ...wish, label: '' },
  ])
    expect(JSON.parse((await dana.post('/api/captures', wrong)).body)).toMatchObject({
      code: 'retention_capture_invalid',
    });
  expect(JSON.parse((await dana.post('/api/captures', { ...wish, more: 1 })).body)).toMatchObject({
    code: 'console_input_invalid',
  });
  expect(JSON.parse((await dana.post('/api/captures/none/end')).body)).toMatchObject({
    code: 'retention_capture_unknown',
  });
});

test('a session that belongs to nobody asks for nothing', async () => {
  expect(JSON.parse((await server.post('/api/captures', wish)).body)).toMatchObject({
    code: 'console_person_required',
  });
});
