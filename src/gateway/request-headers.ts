import type { ContractInForce } from './admission.ts';

/*
 * What is not passed on. The connection's own headers (RFC 9110 §7.6.1); the client's credential, in place of which the
 * contract's goes; what says where the request came from; cookies; the tenant restriction, which is ours to set; and the
 * settings checksum, which the gateway protocol calls sensitive. The length is counted anew, and no compression is asked
 * for, since the answer is read on its way.
 */
const withheld: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'authorization',
  'x-api-key',
  'cookie',
  'forwarded',
  'via',
  'x-real-ip',
  'origin',
  'referer',
  'content-length',
  'content-encoding',
  'accept-encoding',
  'anthropic-allowed-org-ids',
  'x-claude-code-managed-settings-checksum',
]);

const withheldPrefixes = ['x-forwarded-', 'x-octroi-', 'x-claude-gateway-', 'sec-'];

export type UpstreamHeaders = {
  /** Names and values in turn. */
  readonly headers: string[];
  /** How many bytes of the client's own headers are among them. */
  readonly clientBytes: number;
  /** The client's own headers that are passed on, a line each. */
  readonly clientText: string;
};

/**
 * The headers of the upstream request: the client's, in its order and spelling, without those that are ours to hold
 * back; then the contract's credential and organisation.
 */
export function upstreamHeaders(rawHeaders: readonly string[], contract: ContractInForce): UpstreamHeaders {
  const listed = namedByConnection(rawHeaders);
  const headers: string[] = [];
  let clientBytes = 0;
  let clientText = '';
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    const lower = name.toLowerCase();
    if (withheld.has(lower) || listed.has(lower) || withheldPrefixes.some((prefix) => lower.startsWith(prefix)))
      continue;
    headers.push(name, value);
    clientBytes += name.length + value.length + 4;
    clientText += `${name}: ${value}\n`;
  }
  const { credential, organizationId } = contract;
  if (credential.kind === 'api_key') headers.push('x-api-key', credential.value);
  else headers.push('authorization', `Bearer ${credential.value}`);
  headers.push('accept-encoding', 'identity');
  if (organizationId !== undefined) headers.push('anthropic-allowed-org-ids', organizationId);
  return { headers, clientBytes, clientText };
}

function namedByConnection(rawHeaders: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'connection') continue;
    for (const name of rawHeaders[at + 1]?.split(',') ?? []) names.add(name.trim().toLowerCase());
  }
  return names;
}
