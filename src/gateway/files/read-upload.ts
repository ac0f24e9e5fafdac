import { isUtf8 } from 'node:buffer';
import { gatewayError } from '../errors.ts';

/** What an upload carries: one file and some fields. `content` is a view on the body. */
export type Upload = {
  readonly name: string;
  readonly mediaType: string | undefined;
  readonly content: Buffer;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
};

type Part = { readonly headers: ReadonlyMap<string, string>; readonly content: Buffer };

const mostParts = 20;
const longestHeaders = 8 * 1024;
const longestField = 1024;
const lineEnd = Buffer.from('\r\n');
const headersEnd = Buffer.from('\r\n\r\n');

/**
 * Reads a body of `multipart/form-data` (RFC 7578) as it leaves, and takes no more than one reading of it: nothing before
 * the first boundary or after the last, no encodings, no header or parameter twice, one file.
 * @throws gateway_type_unknown, gateway_upload_malformed
 */
export function readUpload(body: Buffer, contentType: string): Upload {
  const parts = readParts(body, boundaryOf(contentType));
  const read = parts.map((part) => ({ ...part, ...dispositionOf(part.headers.get('content-disposition') ?? '') }));
  const [file, ...others] = read.filter(({ fileName }) => fileName !== undefined);
  if (!file || others.length > 0 || file.name !== 'file') throw malformed();
  const fields = read
    .filter((part) => part !== file)
    .map(({ name, content }) => ({ name, value: fieldText(name, content) }));
  return {
    name: file.fileName ?? '',
    mediaType: file.headers.get('content-type')?.slice(0, 255),
    content: file.content,
    fields,
  };
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;\s*boundary=(?:"([0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-])"|([0-9A-Za-z'+_.-]{1,70}))\s*$/i.exec(
      contentType,
    ) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw gatewayError('gateway_type_unknown', {});
  return boundary;
}

function readParts(body: Buffer, boundary: string): readonly Part[] {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = delimiter.length - lineEnd.length;
  if (!body.subarray(0, at).equals(delimiter.subarray(lineEnd.length))) throw malformed();
  while (!isClose(body, at)) {
    if (parts.length >= mostParts || !body.subarray(at, at + 2).equals(lineEnd)) throw malformed();
    const from = at + 2;
    const headersTo = body.subarray(from, from + longestHeaders).indexOf(headersEnd);
    const start = from + headersTo + headersEnd.length;
    const end = headersTo === -1 ? -1 : body.indexOf(delimiter, start);
    if (end === -1) throw malformed();
    parts.push({ headers: readHeaders(body.subarray(from, from + headersTo)), content: body.subarray(start, end) });
    at = end + delimiter.length;
  }
  return parts;
}

function isClose(body: Buffer, at: number): boolean {
  const rest = body.subarray(at).toString('latin1', 0, 5);
  return rest === '--' || rest === '--\r\n';
}

const knownHeaders: ReadonlySet<string> = new Set(['content-disposition', 'content-type', 'content-length']);

function readHeaders(bytes: Buffer): ReadonlyMap<string, string> {
  if (!isUtf8(bytes)) throw malformed();
  const headers = new Map<string, string>();
  for (const line of bytes.toString('utf8').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Za-z-]+):[ \t]*([^\r\n\0]*)$/.exec(line) ?? [];
    const lower = name.toLowerCase();
    if (!knownHeaders.has(lower) || headers.has(lower)) throw malformed();
    headers.set(lower, value.trim());
  }
  return headers;
}

function dispositionOf(value: string): { readonly name: string; readonly fileName: string | undefined } {
  const [, rest] = /^form-data((?:\s*;\s*[a-z*]+=(?:"(?:[^"\\]|\\.)*"|[^\s;"]+))+)$/i.exec(value) ?? [];
  if (rest === undefined) throw malformed();
  const given = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of rest.matchAll(/;\s*([a-z*]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/gi)) {
    const lower = name.toLowerCase();
    if (given.has(lower) || !['name', 'filename', 'filename*'].includes(lower)) throw malformed();
    given.set(lower, quoted === undefined ? plain : quoted.replace(/\\(["\\])/g, '$1'));
  }
  const [name, plain, extended] = [given.get('name'), given.get('filename'), given.get('filename*')];
  // Two names would be two readings.
  if (name === undefined || (plain !== undefined && extended !== undefined)) throw malformed();
  return { name, fileName: plain ?? (extended === undefined ? undefined : extendedText(extended)) };
}

// RFC 8187 §3.2, in the one character set that all must know.
function extendedText(value: string): string {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(value) ?? [];
  try {
    return decodeURIComponent(encoded ?? '%');
  } catch {
    throw malformed();
  }
}

function fieldText(name: string, content: Buffer): string {
  if (!/^[a-z][a-z_]{0,39}$/.test(name) || content.length > longestField || !isUtf8(content)) throw malformed();
  return content.toString('utf8');
}

function malformed() {
  return gatewayError('gateway_upload_malformed');
}
