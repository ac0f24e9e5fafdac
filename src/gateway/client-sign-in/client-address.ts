import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The proxies whose word about where a request came from is taken. @param entries addresses, or networks as `10.0.0.0/8`. */
export function trustedProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [network = '', prefix] = entry.split('/');
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

/** The address a request came from: the last one that no trusted proxy vouches away. */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => isIP(entry) !== 0);
  let address = plain(request.socket.remoteAddress ?? '');
  while (isTrusted(trusted, address)) {
    const before = forwarded.pop();
    if (before === undefined) break;
    address = plain(before);
  }
  return address;
}

function isTrusted(trusted: BlockList, address: string): boolean {
  return isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

// An IPv4 address on a socket that speaks both.
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
