import { pipeline, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createZstdDecompress } from 'node:zlib';

const maxLineLength = 1_048_576;

/**
 * The lines of a log, in blocks, unpacked where it is gzip or zstd (told by its first bytes). Holds one block at a time: memory
 * does not grow with the log. Ends of line are LF or CRLF; a last line without one is a line, but in a log that is growing: what is
 * packed is whole. A line longer than 1 MiB comes in pieces.
 * @throws what the source throws, and the unpacker's own fault where packed bytes are broken
 */
export async function* readLines(
  source: AsyncIterable<Buffer>,
  { isGrowing = false }: { readonly isGrowing?: boolean } = {},
): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder('utf8');
  const { isPacked, bytes: plainBytes } = await unpacked(source);
  let rest = '';
  for await (const bytes of plainBytes) {
    const lines = (rest + decoder.write(bytes)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) {
      lines.push(rest);
      rest = '';
    }
    if (lines.length > 0) yield lines.map(plain);
  }
  rest += decoder.end();
  if (rest !== '' && (isPacked || !isGrowing)) yield [plain(rest)];
}

function plain(line: string): string {
  const start = line.startsWith('\ufeff') ? 1 : 0;
  return line.slice(start, line.endsWith('\r') ? -1 : undefined);
}

type Unpacked = { readonly isPacked: boolean; readonly bytes: AsyncIterable<Buffer> };

async function unpacked(source: AsyncIterable<Buffer>): Promise<Unpacked> {
  const iterator = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 4) {
    const { value, done } = await iterator.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const unpacker = unpackerFor(head);
  const whole = withHead(head, { [Symbol.asyncIterator]: () => iterator });
  if (!unpacker) return { isPacked: false, bytes: whole };
  // The fault comes out of the loop over the unpacker; the callback is only where `pipeline` wants to tell it too.
  return { isPacked: true, bytes: pipeline(Readable.from(whole), unpacker, () => {}) };
}

function unpackerFor(head: Buffer) {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip();
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return createZstdDecompress();
  return undefined;
}

async function* withHead(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}
