import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { egressError } from './errors.ts';

/** Where a client wants to go: a host name as DNS has it (small letters, punycode, no dot at its end), and a port. */
export type Target = { readonly host: string; readonly port: number };

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/**
 * Reads the target of a CONNECT: `host:port` and nothing else.
 * @throws egress_target_malformed, egress_address_literal
 */
export function connectTarget(authority: string): Target {
  const [, host = '', port = ''] = /^([^\s@/\\?#%]+):(\d{1,5})$/u.exec(authority) ?? [];
  return target(host, Number(port));
}

/** Reads the target of a request in absolute form. @throws egress_target_malformed, egress_address_literal */
export function absoluteTarget(url: string): Target & { readonly path: string } {
  const [, authority = '', path = ''] = /^http:\/\/([^\s/\\?#]+)([/?][^\s#]*)?$/iu.exec(url) ?? [];
  const [, host = '', port = '80'] = /^([^@%]+?)(?::(\d{1,5}))?$/u.exec(authority) ?? [];
  return { ...target(host, Number(port)), path: path.startsWith('/') ? path : `/${path}` };
}

function target(text: string, port: number): Target {
  if (text === '' || port < 1 || port > 65_535) throw egressError('egress_target_malformed');
  // As resolvers read them: whatever they take for an address is one, however it is written.
  if (isIP(text) !== 0 || text.startsWith('[') || isNumeric(text)) throw egressError('egress_address_literal');
  const host = domainToASCII(text.replace(/[.\u3002\uff0e\uff61]$/u, '')).toLowerCase();
  if (isIP(host) !== 0 || isNumeric(host)) throw egressError('egress_address_literal');
  const labels = host.split('.');
  const isName = host.length <= 253 && labels.length > 1 && labels.every((each) => label.test(each));
  if (!isName) throw egressError('egress_target_malformed');
  return { host, port };
}

// 127.1, 0x7f000001, 2130706433: what inet_aton takes for an address ends in a number.
function isNumeric(text: string): boolean {
  return /(?:^|\.)(?:0x[0-9a-f]*|\d+)\.?$/i.test(text);
}
