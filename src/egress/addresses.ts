import { BlockList, isIP } from 'node:net';

/*
 * Where nothing may be dialled: what is this machine, this network, or nobody's (IANA's special-purpose registries for
 * IPv4 and IPv6, read 2026-11-27), and the addresses under which clouds tell their secrets.
 */
const inner = new BlockList();

for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure's, which is a public address.
  ['168.63.129.16', 32],
] as const)
  inner.addSubnet(address, prefix, 'ipv4');

for (const [address, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2001::', 23],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(address, prefix, 'ipv6');

/** Whether an address is one that the world may be at. IPv4 that is hidden in IPv6 counts as what it hides. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, 'ipv4');
  if (family !== 6) return false;
  const hidden = hiddenIpv4(address);
  if (hidden !== undefined) return !inner.check(hidden, 'ipv4');
  return !inner.check(address, 'ipv6');
}

/** Networks that may be dialled though they are inner ones, as `10.1.0.0/16`. */
export function networks(texts: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const text of texts) {
    const [address = '', prefix] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

// IPv4-mapped and -compatible, NAT64 (64:ff9b::/96, 64:ff9b:1::/48), 6to4 (2002::/16).
function hiddenIpv4(address: string): string | undefined {
  const groups = expand(address);
  const [first, second, third] = groups;
  const isLow = groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0xffff || groups[5] === 0);
  const isNat = first === 0x64 && second === 0xff9b;
  if (isLow && !(groups[5] === 0 && groups[6] === 0)) return dotted(groups[6], groups[7]);
  if (isNat) return dotted(groups[6], groups[7]);
  return first === 0x2002 ? dotted(second, third) : undefined;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

// The URL standard writes an address in one form: eight groups, the longest run of zeros left out.
function expand(address: string): readonly number[] {
  const [before = '', after = ''] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname
    .slice(1, -1)
    .split('::');
  const [head, tail] = [groupsOf(before), groupsOf(after)];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
