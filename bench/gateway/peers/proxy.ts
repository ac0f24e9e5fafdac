import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

/** A plain Node proxy in its leanest form: node:http, undici's dispatch, the answer piped as it comes. */
export function startProxy(look: (body: Buffer) => Buffer): void {
  const pool = new Pool(process.argv[2] ?? '', { allowH2: false });
  const forward = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const headers = { ...request.headers };
    for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive'])
      delete headers[name];
    pool.dispatch(
      { method: 'POST', path: request.url ?? '/', headers, body },
      {
        onRequestStart() {},
        onResponseStart(controller, status) {
          const raw = (controller.rawHeaders as Buffer[]).map(String);
          response.writeHead(
            status,
            raw.filter(
              (_, index) => !/^(connection|keep-alive|transfer-encoding)$/i.test(raw[index - (index % 2)] ?? ''),
            ),
          );
        },
        onResponseData(controller, chunk) {
          if (response.write(chunk)) return;
          controller.pause();
          response.once('drain', () => controller.resume());
        },
        onResponseEnd: () => void response.end(),
        onResponseError: () => void response.destroy(),
      },
    );
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => forward(request, response, look(Buffer.concat(chunks))));
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}
