import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { allowed, closeAll, closers, start, type Started } from '../support/egress.ts';

afterEach(closeAll);

describe('a request in the clear', () => {
  async function startPage() {
    const seen: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      seen.push(request);
      response.writeHead(200, { connection: 'x-hop', 'x-hop': '1', 'x-kept': '1' }).end('page');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(async () => server.close());
    return { port: (server.address() as AddressInfo).port, seen };
  }

  async function ask({ proxy }: Started, path: string, headers: Record<string, string> = {}) {
    const { hostname, port } = new URL(proxy.url);
    const request = httpRequest({ host: hostname, port, path, headers });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const chunks = await Array.fromAsync(response);
    return {
      status: response.statusCode,
      headers: response.headers,
      body: Buffer.concat(chunks as Buffer[]).toString(),
    };
  }

  test('is forwarded to the host it names, without what is between client and proxy', async () => {
    const page = await startPage();
    const started = await start(page.port);
    const headers = {
      host: 'chat.example',
      'proxy-authorization': 'Basic eDp5',
      connection: 'x-mine',
      'x-mine': '1',
      'x-kept': '1',
    };
    const answer = await ask(started, `http://${allowed}:${page.port}/a?b`, headers);
    expect(answer).toMatchObject({ status: 200, body: 'page', headers: { 'x-kept': '1' } });
    expect(answer.headers).not.toHaveProperty('x-hop');
    const [seen] = page.seen;
    expect(seen?.url).toBe('/a?b');
    expect(seen?.headers).toMatchObject({ host: `${allowed}:${page.port}`, 'x-kept': '1' });
    expect(Object.keys(seen?.headers ?? {})).not.toEqual(expect.arrayContaining(['proxy-authorization']));
    expect(seen?.headers).not.toHaveProperty('x-mine');
    await expect.poll(() => started.records.map(({ kind }) => kind)).toEqual(['connection_opened', 'connection_ended']);
  });

  test('to a denied host gets a page that says why, in the reader’s language', async () => {
    const started = await start(80);
    const page = await ask(started, 'http://chat.example:80/', { accept: 'text/html', 'accept-language': 'fr' });
    expect(page).toMatchObject({ status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.body).toMatch(/chat\.example ne passe pas/);
    const json = await ask(started, 'http://chat.example/');
    expect(JSON.parse(json.body).error.code).toBe('egress_host_denied');
  });

  test('that is none to a proxy is refused', async () => {
    const started = await start(80);
    expect(await ask(started, '/')).toMatchObject({ status: 400 });
  });

  test('an answer that cannot be passed on ends that answer alone', async () => {
    const server = createTcp((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end('HTTP/1.1 099 odd\r\ncontent-length: 0\r\n\r\n'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(async () => server.close());
    const { port } = server.address() as AddressInfo;
    const started = await start(port);
    await expect(ask(started, `http://${allowed}:${port}/`).then(({ status }) => status)).resolves.toBe(502);
    const page = await startPage();
    const other = await start(page.port);
    expect(await ask(other, `http://${allowed}:${page.port}/`)).toMatchObject({ status: 200 });
  });
});
