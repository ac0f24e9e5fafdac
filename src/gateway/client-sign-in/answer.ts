import type { ServerResponse } from 'node:http';

/** What is answered to a browser or a client at the sign-in's endpoints. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
};

/*
 * Nothing from elsewhere runs, frames or is sent along. The referrer stays within our own pages: without any, a browser
 * would send its forms with `Origin: null`.
 */
const browserHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

const never = { 'cache-control': 'no-store' } as const;

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...never, pragma: 'no-cache', ...headers }, body: JSON.stringify(value) };
}

/** An OAuth error (RFC 6749 §5.2). */
export function oauthError(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return json(status, { error }, headers);
}

export function page(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...never, ...browserHeaders }, body };
}

export function file(type: string, body: string): Answer {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache', ...browserHeaders }, body };
}

/** Sends the browser on, with another method than that which brought it here (RFC 9110 §15.4.4). */
export function seeOther(location: string, cookies: readonly string[] = []): Answer {
  const set = cookies.length === 0 ? {} : { 'set-cookie': cookies };
  return { status: 303, headers: { location, ...never, ...browserHeaders, ...set }, body: '' };
}

export function sendAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.writeHead(status).end(body);
}
