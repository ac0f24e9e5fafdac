import { createHmac } from 'node:crypto';
import { sha256Hex } from '../../base/index.ts';
import { detectionError } from '../errors.ts';
import { kindPattern } from '../redaction/stand-in.ts';

/**
 * Values of the company by their hashes (customer numbers, contract numbers), so that the plain list stays where it is.
 *
 * A value is compared by its letters and digits alone, without case: `AB-12 34` equals `ab1234`. The hash is the first 12
 * bytes of HMAC-SHA-256 under a salt that the file carries; whoever has the file can try values, so it is kept like one.
 */
export type ValueList = {
  readonly kind: string;
  readonly salt: string;
  /** Base64url, 16 characters each. */
  readonly hashes: ReadonlySet<string>;
  /** How long the values are, without joints: only words of these lengths are hashed. */
  readonly lengths: ReadonlySet<number>;
  readonly digest: string;
};

const format = 'octroi-value-list-1';
const shortest = 5;
const longest = 40;

/**
 * Makes the text of a list from plain values, one a line; blank lines and lines that begin with # are passed over.
 *
 * @throws detection_dictionary_invalid with the line of the first value that is too short or too long to tell anything.
 */
export function makeValueList(
  lines: Iterable<string>,
  { kind, salt }: { readonly kind: string; readonly salt: Uint8Array },
): string {
  if (!kindPattern.test(kind)) throw detectionError('detection_dictionary_invalid', { index: 0, reason: 'kind' });
  const hashes = new Set<string>();
  const lengths = new Set<number>();
  let index = 0;
  for (const line of lines) {
    index += 1;
    if (line.trim() === '' || line.startsWith('#')) continue;
    const value = normalized(line);
    if (value.length < shortest || value.length > longest)
      throw detectionError('detection_dictionary_invalid', { index, reason: 'length' });
    hashes.add(hashOf(salt, value));
    lengths.add(value.length);
  }
  const head = {
    format,
    kind,
    salt: Buffer.from(salt).toString('base64url'),
    lengths: [...lengths].toSorted((a, b) => a - b),
  };
  return `${JSON.stringify(head)}\n${[...hashes].toSorted().join('\n')}\n`;
}

/** Whether a file is a list that `makeValueList` made, and not a dictionary in plain words. */
export function isValueList(text: string): boolean {
  return text.startsWith(`{"format":"${format}"`);
}

/** Reads what `makeValueList` made. @throws detection_dictionary_invalid */
export function readValueList(text: string): ValueList {
  const [head = '', ...rest] = text.split('\n');
  const read = parseHead(head);
  const hashes = rest.filter((line) => line !== '');
  const wrong = hashes.findIndex((hash) => !/^[\w-]{16}$/.test(hash));
  if (wrong !== -1) throw detectionError('detection_dictionary_invalid', { index: wrong + 2, reason: 'hash' });
  return { ...read, hashes: new Set(hashes), digest: sha256Hex(text) };
}

function parseHead(line: string): Pick<ValueList, 'kind' | 'salt' | 'lengths'> {
  const read = parsed(line);
  if (
    typeof read === 'object' &&
    read !== null &&
    'format' in read &&
    'kind' in read &&
    'salt' in read &&
    'lengths' in read
  ) {
    const { kind, salt, lengths } = read;
    const isKnown =
      read.format === format && typeof kind === 'string' && kindPattern.test(kind) && typeof salt === 'string';
    if (isKnown && Array.isArray(lengths))
      return { kind, salt, lengths: new Set(lengths.filter((length) => typeof length === 'number')) };
  }
  throw detectionError('detection_dictionary_invalid', { index: 1, reason: 'format' });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // No JSON is no head: refused by the caller with the line's number.
  }
}

/** Letters and digits alone, lower case. */
export function normalized(value: string): string {
  return value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The hash under which a normalized value stands in a list. */
export function hashOf(salt: Uint8Array, value: string): string {
  return createHmac('sha256', salt).update(value).digest().subarray(0, 12).toString('base64url');
}
