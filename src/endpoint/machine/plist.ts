import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'plist';
import type { RootedFiles } from './rooted-files.ts';

export type PlistReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault' }
  | { readonly kind: 'read'; readonly values: Readonly<Record<string, unknown>>; readonly text: string };

/** Reads a property list, XML or binary. `text` is the XML's, for line numbers; empty for a binary one. */
export function readPlist(files: RootedFiles, path: string): PlistReading {
  const reading = files.read(path);
  if (reading.kind === 'absent') return { kind: 'absent' };
  if (reading.kind === 'fault') return { kind: 'fault' };
  return parsePlist(reading.bytes);
}

export function parsePlist(bytes: Buffer): PlistReading {
  try {
    const isBinary = bytes.subarray(0, 6).toString('latin1') === 'bplist';
    const text = isBinary ? '' : bytes.toString('utf8');
    if (!isBinary) new DOMParser({ onError: refuse }).parseFromString(text, 'text/xml');
    const value: unknown = isBinary ? parse(bytes) : parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'fault' };
    return { kind: 'read', values: value as Record<string, unknown>, text };
  } catch {
    // Both parsers throw on anything that is no property list; the system would not read it either.
    return { kind: 'fault' };
  }
}

// The library reads on after a fault and tells the console; the system refuses the file.
function refuse(): never {
  throw new Error('no well-formed XML');
}

/** The line at which a key stands in an XML property list; 1 for a binary one. */
export function lineOfKey(text: string, key: string): number {
  const at = text.indexOf(`<key>${key}</key>`);
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}
