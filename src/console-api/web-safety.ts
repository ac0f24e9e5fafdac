import type { FastifyRequest } from 'fastify';
import { consoleError } from './errors.ts';

const headersByHttp = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

// Browsers ignore it, and complain, where the connection is not trusted.
const headersByHttps = { ...headersByHttp, 'cross-origin-opener-policy': 'same-origin' } as const;

/** What every answer carries: nothing from elsewhere runs, frames or is sent along. */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return isHttps ? headersByHttps : headersByHttp;
}

/**
 * Refuses what another site makes a browser send: a host name that is not ours (DNS rebinding), and a change that
 * comes from another origin. The session cookie is SameSite=Strict besides.
 * @throws console_host_unknown, console_origin_refused
 */
export function assertSameSite(
  request: FastifyRequest,
  { hosts, isHttps }: { readonly hosts: readonly string[]; readonly isHttps: boolean },
): void {
  if (!hosts.includes(hostName(request.headers.host))) throw consoleError('console_host_unknown');
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign =
    (origin !== undefined && origin !== `${isHttps ? 'https' : 'http'}://${request.headers.host}`) ||
    (site !== undefined && site !== 'same-origin');
  if (isForeign) throw consoleError('console_origin_refused');
}

function hostName(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '').toLowerCase();
}
