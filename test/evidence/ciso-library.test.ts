import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cisoLibrary, pushLibrary } from '../../src/evidence/index.ts';

type Taken = { readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string };
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** An instance that answers as CISO Assistant does, on loopback. */
async function instance(status: number): Promise<{ readonly url: string; readonly taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    taken.push({ url: request.url ?? '', headers: request.headers, body });
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

const token = ['a-token', 'of-a-test'].join('-');

test('is a library with every control in both languages, the same text each time', () => {
  const library = parse(cisoLibrary('1.0.0')) as {
    urn: string;
    objects: { reference_controls: Record<string, unknown>[] };
  };
  expect(library.urn).toMatch(/^urn:octroi:risk:library:/);
  const controls = library.objects.reference_controls;
  expect(controls).toHaveLength(15);
  expect(new Set(controls.map(({ urn }) => urn)).size).toBe(15);
  expect(controls[0]).toMatchObject({ ref_id: 'telemetry-off', translations: { fr: { name: expect.any(String) } } });
  expect(cisoLibrary('1.0.0')).toBe(cisoLibrary('1.0.0'));
});

test('goes up as the body of one call, with the token', async () => {
  const { url, taken } = await instance(201);
  await pushLibrary(cisoLibrary('1.0.0'), { url: `${url}/api/`, token });
  expect(taken).toMatchObject([
    { url: '/api/stored-libraries/upload/', headers: { authorization: `Token ${token}` }, body: cisoLibrary('1.0.0') },
  ]);
});

test.each([400, 401, 302, 500])('an instance that answers %i has not taken it', async (status) => {
  const { url, taken } = await instance(status);
  await expect(pushLibrary('x', { url, token })).rejects.toMatchObject({
    code: 'evidence_push_refused',
    args: { status },
  });
  expect(taken).toHaveLength(1);
});

test('one that is away is told', async () => {
  await expect(pushLibrary('x', { url: 'http://127.0.0.1:1', token })).rejects.toMatchObject({
    code: 'evidence_push_unreachable',
  });
});

test.each(['http://grc.example', 'ftp://grc.example', 'https://user@grc.example', 'nowhere'])(
  'sends no token to %s',
  async (url) => {
    await expect(pushLibrary('x', { url, token })).rejects.toMatchObject({ code: 'evidence_push_address_invalid' });
  },
);
