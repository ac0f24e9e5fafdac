import { once } from 'node:events';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly text: string;
  /** octroi's error code, where it refused. */
  readonly code: string | undefined;
};

export type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
};

/** A small conversation. */
export const hello = { model: 'claude-opus-5-5', max_tokens: 100, messages: [{ role: 'user', content: 'hello' }] };

/** Sends one request on a connection of its own and reads the answer to its end. */
export async function send(url: string, key: string, sent: Sent = {}): Promise<Answered> {
  const { hostname, port } = new URL(url);
  const body = sent.body ?? JSON.stringify(hello);
  const method = sent.method ?? 'POST';
  const request = httpRequest({
    host: hostname,
    port,
    method,
    path: sent.path ?? '/v1/messages',
    agent: false,
    headers: {
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...(method === 'POST'
        ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
        : {}),
      ...sent.headers,
    },
  });
  request.on('error', () => {}); // Told by the answer's absence.
  if (method === 'POST' || sent.body !== undefined) request.end(body);
  else request.end();
  const [response] = await once(request, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  return {
    status: response.statusCode,
    headers: response.headers,
    rawHeaders: response.rawHeaders,
    body: whole,
    text: whole.toString(),
    code: response.headers['x-octroi-code'],
  };
}

/** Writes bytes on a bare connection, and returns all that comes back until the other side ends it or `until` is met. */
export async function sendRaw(url: string, pieces: readonly (string | Buffer)[], until?: RegExp): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let received = '';
  const done = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (until?.test(received)) resolve();
    });
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });
  for (const piece of pieces) socket.write(piece);
  await done;
  socket.destroy();
  return received;
}

const eventuallyLimitMs = 20_000;

/** Asks until the answer is what is wanted, and fails when it never is. */
export async function eventually<T>(ask: () => Promise<T> | T, isWanted: (found: T) => boolean): Promise<T> {
  const endsAt = Date.now() + eventuallyLimitMs;
  for (;;) {
    const found = await ask();
    if (isWanted(found)) return found;
    if (Date.now() > endsAt)
      throw new Error(`this never came: ${isWanted.toString()}; the last was ${JSON.stringify(found)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
