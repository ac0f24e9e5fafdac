import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { gatewayError } from './errors.ts';
import type { Held } from './held-bytes.ts';

export type BodyLimits = {
  /** The most bytes of a body, before and after decoding. */
  readonly maxBodyBytes: number;
  /** How long the client may send nothing in the middle of a body, in milliseconds. */
  readonly bodyIdleMs: number;
};

const decoders: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
  ['zstd', () => createZstdDecompress()],
]);

/**
 * Reads a request's body whole and returns it decoded: these are the bytes that are inspected, and the bytes that leave.
 *
 * @throws gateway_type_unknown, gateway_encoding_unknown, gateway_encoding_broken, gateway_body_too_large,
 *   gateway_request_too_slow, gateway_body_cut_short, gateway_body_missing, gateway_busy
 */
export async function receiveBody(request: IncomingMessage, limits: BodyLimits, held: Held): Promise<Buffer> {
  assertJson(request);
  const body = await receiveBytes(request, limits, held);
  if (body.length === 0) throw gatewayError('gateway_body_missing');
  return body;
}

/** The same for an upload of a file. @throws as `receiveBody` */
export async function receiveUpload(request: IncomingMessage, limits: BodyLimits, held: Held): Promise<Buffer> {
  if ((request.headersDistinct['content-type'] ?? []).length > 1) throw gatewayError('gateway_type_unknown', {});
  const body = await receiveBytes(request, limits, held);
  if (body.length === 0) throw gatewayError('gateway_body_missing');
  return body;
}

/** Reads a body of any type whole and decoded, under the same limits. @throws as `receiveBody` */
export async function receiveBytes(request: IncomingMessage, limits: BodyLimits, held: Held): Promise<Buffer> {
  const encoding = contentEncoding(request);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limits.maxBodyBytes) throw tooLarge(limits);
  const sent = await collect(request, limits, held);
  const body = encoding === undefined ? sent : await decode(sent, encoding, limits);
  if (body !== sent) held.take(body.length);
  return body;
}

// JSON is UTF-8 (RFC 8259 §8.1): another character set named beside it is a body we would read otherwise than the vendor.
function assertJson({ headersDistinct }: IncomingMessage): void {
  const [given = 'application/json', ...others] = headersDistinct['content-type'] ?? [];
  const [type = '', ...parameters] = given.toLowerCase().split(';');
  const charsets = parameters.flatMap((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1] ?? []);
  const isUtf8 = charsets.every((charset) => charset === 'utf-8' || charset === 'utf8');
  const isOne = others.length === 0 && charsets.length <= 1;
  if (type.trim() !== 'application/json' || !isUtf8 || !isOne) throw gatewayError('gateway_type_unknown', {});
}

function contentEncoding(request: IncomingMessage): string | undefined {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase();
  if (encoding === undefined || encoding === '' || encoding === 'identity') return undefined;
  if (!decoders.has(encoding)) throw gatewayError('gateway_encoding_unknown', {});
  return encoding;
}

/*
 * The request outlives its body by the length of the answer. What listens to it must be gone by then: through its
 * listeners it would keep this promise, and with it the body, for as long as a stream lasts.
 */
function collect(request: IncomingMessage, limits: BodyLimits, held: Held): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const settle = (): void => {
    clearTimeout(idle);
    for (const [event, listener] of Object.entries(listeners)) request.off(event, listener);
  };
  const fail = (fault: unknown): void => {
    settle();
    request.pause();
    reject(fault);
  };
  const idle = setTimeout(() => fail(gatewayError('gateway_request_too_slow', {})), limits.bodyIdleMs);
  const listeners = {
    data: (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > limits.maxBodyBytes) return fail(tooLarge(limits));
      try {
        held.take(chunk.length);
      } catch (fault) {
        return fail(fault);
      }
      chunks.push(chunk);
      idle.refresh();
    },
    end: (): void => {
      settle();
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, bytes));
    },
    error: (fault: unknown): void => fail(gatewayError('gateway_body_cut_short', {}, fault)),
    close: (): void => fail(gatewayError('gateway_body_cut_short', {})),
  };
  for (const [event, listener] of Object.entries(listeners)) request.on(event, listener);
  return promise;
}

/*
 * Decoded in one go and to its very end: bytes behind the compressed stream would be read by some decoder and not by
 * another. The limit holds while decoding, so a bomb costs no more memory than an honest body.
 */
function decode(sent: Buffer, encoding: string, limits: BodyLimits): Promise<Buffer> {
  const decoder = decoders.get(encoding)?.();
  if (!decoder) throw gatewayError('gateway_encoding_unknown', {});
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    decoder.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limits.maxBodyBytes) return chunks.push(chunk);
      decoder.destroy();
      reject(tooLarge(limits));
      return undefined;
    });
    decoder.once('error', (fault) => reject(gatewayError('gateway_encoding_broken', {}, fault)));
    decoder.once('end', () => {
      const hasRead = (decoder as Transform & { bytesWritten: number }).bytesWritten;
      if (hasRead < sent.length) reject(gatewayError('gateway_encoding_broken', {}));
      else resolve(Buffer.concat(chunks, bytes));
    });
    decoder.end(sent);
  });
}

function tooLarge(limits: BodyLimits) {
  return gatewayError('gateway_body_too_large', { limit: limits.maxBodyBytes });
}
