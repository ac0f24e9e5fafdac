import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { escapeMarkup, OctroiError } from '../base/index.ts';
import { errorText, type Language, languageOf } from '../messages/index.ts';
import { type EgressErrorCode, egressErrorCodes } from './errors.ts';

const statuses: Readonly<Record<EgressErrorCode, number>> = {
  egress_target_malformed: 400,
  egress_address_literal: 403,
  egress_port_refused: 403,
  egress_host_denied: 403,
  egress_host_unknown: 403,
  egress_name_unresolved: 502,
  egress_address_private: 403,
  egress_unreachable: 502,
  egress_hello_missing: 403,
  egress_hello_malformed: 403,
  egress_hello_too_slow: 408,
  egress_name_missing: 403,
  egress_name_foreign: 403,
  egress_credential_missing: 407,
  egress_request_malformed: 400,
  egress_unrecorded: 503,
  // RFC 9110 §15.5.20: asked of a connection that is not for that name
  egress_authority_foreign: 421,
  egress_path_ambiguous: 400,
  egress_path_denied: 403,
  egress_upgrade_refused: 403,
  egress_upstream_untrusted: 502,
  egress_client_distrusts: 403,
};

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  421: 'Misdirected Request',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

type Told = { readonly status: number; readonly code: string; readonly text: string; readonly hint: string };

function toldOf(fault: unknown, language: Language): Told {
  const named = fault instanceof OctroiError && isOurs(fault.code) ? fault : undefined;
  if (!named) return { status: 500, code: 'egress_internal', text: 'octroi', hint: '' };
  return {
    status: statuses[named.code as EgressErrorCode],
    code: named.code,
    ...errorText(language, named.code, named.args),
  };
}

function isOurs(code: string): code is EgressErrorCode {
  return egressErrorCodes.some((known) => known === code);
}

function headersOf({ status, code }: Told, type: string, length: number): Readonly<Record<string, string>> {
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-length': String(length),
    'x-octroi-code': code,
    connection: 'close',
    ...(status === 407 ? { 'proxy-authenticate': 'Basic realm="octroi", charset="UTF-8"' } : {}),
  };
}

/** Answers a CONNECT that is not let through, and closes. Says why and whom to ask, as JSON. */
export function refuseSocket(socket: Socket, fault: unknown, language: Language): void {
  if (socket.destroyed || !socket.writable) return;
  const told = toldOf(fault, language);
  const body = jsonOf(told);
  const headers = Object.entries(headersOf(told, 'application/json', Buffer.byteLength(body)));
  const head = [
    `HTTP/1.1 ${told.status} ${reasons[told.status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // A client that goes on sending must not keep the socket.
  socket.resume();
  socket.setTimeout(2_000, () => socket.destroy());
}

/** Answers a request in the clear that is not let through: a page for people, JSON for programs. */
export function answerRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { fault, language }: { readonly fault: unknown; readonly language: Language },
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, headers, body } = refusalFor(request.headers, { fault, language });
  response.writeHead(status, headers).end(body);
  request.resume();
}

/** What is answered to a request that is not let through, by what it said it reads. */
export function refusalFor(
  asked: Pick<IncomingHttpHeaders, 'accept' | 'accept-language'>,
  { fault, language }: { readonly fault: unknown; readonly language: Language },
) {
  const tongue = asked['accept-language'];
  const told = toldOf(fault, tongue === undefined ? language : languageOf(tongue));
  const isPage = (asked.accept ?? '').includes('text/html');
  const body = isPage ? pageOf(told) : jsonOf(told);
  const type = isPage ? 'text/html' : 'application/json';
  return { status: told.status, headers: headersOf(told, type, Buffer.byteLength(body)), body };
}

/** Ends a tunnel that was told to be open: a fatal alert, "unrecognized_name" (RFC 6066 §3), then the end. */
export function endTls(socket: Socket): void {
  if (socket.destroyed) return;
  socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 112]));
  socket.resume();
  socket.setTimeout(2_000, () => socket.destroy());
}

function jsonOf({ code, text, hint }: Told): string {
  return `${JSON.stringify({ error: { code, message: text, hint } })}\n`;
}

function pageOf({ code, text, hint }: Told): string {
  return `<!doctype html><meta charset="utf-8"><title>octroi</title><h1>octroi</h1><p>${escapeMarkup(text)}</p><p>${escapeMarkup(hint)}</p><p><code>${code}</code></p>\n`;
}
