import type { IncomingMessage } from 'node:http';
import { languageOf } from '../../messages/index.ts';
import type { Language } from '../admission.ts';

/** One request of a browser, or of a client at the sign-in's endpoints, read. */
export type BrowserRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly language: Language;
  readonly body: string;
  /** The address it came from. */
  readonly address: string;
};

const maxBodyBytes = 64 * 1024;

/** Reads a request whole. Undefined when its body is larger than any form of ours, or breaks off. */
export async function readBrowserRequest(
  request: IncomingMessage,
  { path, query, address }: { readonly path: string; readonly query: string; readonly address: string },
): Promise<BrowserRequest | undefined> {
  const body = await readSmallBody(request);
  if (body === undefined) return undefined;
  const { headers, method = '' } = request;
  return { method, path, query: new URLSearchParams(query), headers, body, address, language: languageFor(headers) };
}

async function readSmallBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += (chunk as Buffer).length;
      if (bytes > maxBodyBytes) return undefined;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return undefined; // The sender has gone: there is nobody to answer.
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The fields of a form, as browsers and OAuth clients send it. */
export function formOf({ body }: BrowserRequest): URLSearchParams {
  return new URLSearchParams(body);
}

/** A JSON body, or undefined. */
export function jsonOf({ body }: BrowserRequest): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

export function cookieOf({ headers }: BrowserRequest, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Whether another site made the browser send this. A form of ours says where it comes from; a client says nothing. */
export function isForeign({ method, headers }: BrowserRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}

export const languageCookie = 'octroi_language';

function languageFor(headers: IncomingMessage['headers']): Language {
  const chosen = /(?:^|;\s*)octroi_language=(fr|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return chosen === 'fr' || chosen === 'en' ? chosen : languageOf(headers['accept-language']);
}
