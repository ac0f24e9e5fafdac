import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const lineFeed = 0x0a;
const looked = 65_536;

/**
 * How the bytes of a text are written, told by their beginning; undefined when they are no text.
 *
 * A stray control character makes no binary of a file, or one NUL would hide everything in it.
 */
export function encodingOf(start: Buffer): Encoding | undefined {
  const head = start.subarray(0, looked);
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head.length >= 2 && head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  let controls = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    if (isControl(byte)) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  // Latin letters in UTF-16 have a zero byte each, and always on the same side.
  if (odd > 0.4 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.4 * half && odd < 0.05 * half) return 'utf-16be';
  return controls > head.length / 100 ? undefined : 'utf-8';
}

function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;
}

/** The bytes at the end that are a beginning of a character, and belong to what comes next. */
export function unfinishedBytes(bytes: Buffer, encoding: Encoding): number {
  if (encoding !== 'utf-8') return unfinishedUnits(bytes, encoding);
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

// An odd byte, and the first half of a pair.
function unfinishedUnits(bytes: Buffer, encoding: Encoding): number {
  const odd = bytes.length % 2;
  const end = bytes.length - odd;
  const high = bytes[end - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
  return odd + (end >= 2 && (high & 0xfc) === 0xd8 ? 2 : 0);
}

/**
 * Decodes without losing a passage: lines that are not UTF-8 are read as Windows-1252, in which every byte is a character.
 * A byte order mark stays.
 */
export function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding !== 'utf-8' || isUtf8(bytes)) return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return linesOf(bytes).map(decodeLine).join('');
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, at);
    const end = feed === -1 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(at, end));
    at = end;
  }
  return lines;
}

function decodeLine(line: Buffer): string {
  return isUtf8(line) ? line.toString('utf8') : new TextDecoder('windows-1252').decode(line);
}
