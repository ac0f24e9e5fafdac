import type { KeywordDetector } from '../../detector.ts';
import { columnLabel } from '../../reading/columns.ts';
import { contextBefore, isInsideWord } from '../../reading/context.ts';
import type { Span } from '../../finding.ts';

/** IPv4 addresses of machines somewhere: not of documentation, of networks, of everybody's resolvers; private ones where a client is named. */
export const ipv4: KeywordDetector = {
  id: 'ipv4',
  kind: 'ipv4',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc6890' },
  keywords: ['0.0'],
  find: (text, start) => {
    if (
      /[\d.]/.test(text.charAt(start - 1)) &&
      /[\d.]/.test(text.charAt(start - 2)) &&
      /\d\.\d{0,2}$/.test(text.slice(start - 4, start))
    )
      return undefined;
    const first = startOfDigits(text, start);
    dotted.lastIndex = first;
    if (!dotted.test(text)) return undefined;
    const span = { start: first, end: dotted.lastIndex };
    return isPersonalAddress(text, span) ? span : undefined;
  },
  examples: {
    catches: () => [
      'Failed login from «82.64.113.27» port 22',
      '«91.168.44.201» - - [10/Oct/2026:13:55:36 +0200] "GET / HTTP/1.1"',
      '{"client_ip": "«192.168.14.83»"}',
      'carte,ip,montant\nx-1,12,«82.64.113.27»,38.5\n',
    ],
    spares: () => [
      'version 1.2.3.4',
      'listen 0.0.0.0:80',
      'ping 8.8.8.8',
      '127.0.0.1',
      '192.0.2.44',
      'subnet 10.0.0.0/8',
      'mask 255.255.255.0',
      'gateway: 192.168.1.1',
      'chrome/120.0.6099.109',
      '<path d="M10.5 3.2,82.64.113.27-4.1"/>',
    ],
  },
};

const dotted = /(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?!\d|\.\d|[A-Za-z_-])/y;

function startOfDigits(text: string, at: number): number {
  let first = at;
  while (first > at - 3 && /\d/.test(text.charAt(first - 1))) first -= 1;
  return first;
}

const person =
  /client|remote|\bsrc|source|\bfrom\b|user|visitor|peer|login|logon|session|adresse ip|ip address|\bip_?addr|x-forwarded-for|x-real-ip|depuis|connexion|poste|workstation|ip["']?\s?[:=]/;
const version =
  /version|v0.{0,16}(?:to|at|is)\W{0,3}$|\bver\b|\bv$|release|firefox|chrome|safari|edge|build|\/$|@$|>=|<=|~|\^|section|rfc|chapter|\bpkg|package|assembly|\boid\b|iso|snmp/;

function isPersonalAddress(text: string, { start, end }: Span): boolean {
  const address = text.slice(start, end);
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  if (isInsideWord(text, start, end) || text.charAt(start - 1) === '.' || /[-$]/.test(text.charAt(start - 1)))
    return false;
  if (a === 0 || a === 127 || a >= 224 || (a === 169 && b === 254) || d === 0 || d === 255) return false;
  if (isDocumentation(a, b, c) || wellKnown.has(address)) return false;
  if (isLikeVersion([a, b, c, d]) && !isNamedAsPersons(text, start) && !isAccessLog(text, start, end)) return false;
  if (text.startsWith('.in-addr', end) || isCoordinates(text, start, end)) return false;
  if (/^\/(?:[12]?\d|3[01])(?!\d)/.test(text.slice(end, end + 4))) return false;
  const line = contextBefore(text, start).slice(-40).replace(/^.*\n/s, '');
  if (version.test(line)) return false;
  if (isPrivate(a, b)) return d > 2 && d !== 254 && (isNamedAsPersons(text, start) || isAccessLog(text, start, end));
  return new Set([a, b, c, d]).size > 2;
}

// In a drawing's path numbers stand side by side, and points between them are decimal.
function isCoordinates(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return /(?:\.\d+|[A-Za-z]-?\d{1,4})[ ,]$/.test(before) && /^[ ,-]-?[\d.]/.test(text.slice(end, end + 2));
}

// Versions, sections of a standard and object identifiers are small numbers or begin with 1.2, 1.3 and 2.5.
function isLikeVersion([a = 0, ...rest]: readonly number[]): boolean {
  return rest.every((part) => part <= 30) || (a <= 2 && (rest[0] ?? 0) <= 6);
}

function isNamedAsPersons(text: string, start: number): boolean {
  return person.test(contextBefore(text, start).slice(-28)) || person.test(columnLabel(text, start));
}

function isDocumentation(a: number, b: number, c: number): boolean {
  return (
    (a === 192 && b === 0) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113)
  );
}

function isPrivate(a: number, b: number): boolean {
  return (
    a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b <= 127)
  );
}

const wellKnown = new Set([
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '1.0.0.1',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '1.2.3.4',
  '4.3.2.1',
  '5.6.7.8',
  '11.22.33.44',
  '12.34.56.78',
  '123.45.67.89',
  '123.123.123.123',
  '111.111.111.111',
  '169.254.169.254',
  '93.184.216.34',
  '129.144.52.38',
  '74.125.127.100',
  '74.125.79.104',
]);

// The first field of a line in the common log format.
function isAccessLog(text: string, start: number, end: number): boolean {
  return (start === 0 || text.charAt(start - 1) === '\n') && / \S+ \S+ \[/.test(text.slice(end, end + 60));
}

/** IPv6 addresses that are routed: not loopback, link-local, documentation or multicast. */
export const ipv6: KeywordDetector = {
  id: 'ipv6',
  kind: 'ipv6',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc4291' },
  keywords: ['::', '0:'],
  find: (text, start) => {
    const first = startOfHex(text, start);
    grouped.lastIndex = first;
    if (first === start && text.charAt(first) === ':') return undefined;
    if (!grouped.test(text)) return undefined;
    const span = { start: first, end: grouped.lastIndex };
    return isRouted(text, span) ? span : undefined;
  },
  examples: {
    catches: () => ['from «2a01:e0a:5c1:9d30:8f2c:11ff:fe3a:77b1» port 22', 'client=«2a02:8428:1d3:4400::1b7»'],
    spares: () => [
      'std::vector',
      '::1',
      'fe80::1ff:fe23:4567:890a',
      '2001:db8::8a2e:370:7334',
      '12:34:56',
      'a::b',
      'dead:beef::1',
    ],
  },
};

const grouped =
  /(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:]|\.\d)|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])|(?:[0-9a-f]{1,4}:){2,7}:(?![\w:])/iy;

function startOfHex(text: string, at: number): number {
  let first = at;
  while (first > 0 && at - first < 40 && /[0-9a-f:]/i.test(text.charAt(first - 1))) first -= 1;
  return first;
}

function isRouted(text: string, { start, end }: Span): boolean {
  const address = text.slice(start, end).toLowerCase();
  if (isInsideWord(text, start, end) || !/^[23][0-9a-f]{3}:/.test(address)) return false;
  if (
    /^2001:0?db8|^3fff:|^2001:4860:4860|^2606:4700:4700|^2606:2800:|^2001:4860:a005|^2002:|^2001:0{0,3}:|^2620:fe::/.test(
      address,
    )
  )
    return false;
  const groups = address.split(':').filter((group) => group !== '');
  return groups.length >= 4 && new Set(groups).size >= 3;
}

/** Hardware addresses that a maker gave to one device: not all zeros or ones, not for groups. */
export const mac: KeywordDetector = {
  id: 'mac-address',
  kind: 'mac',
  class: 'personal',
  rank: 3,
  source: { url: 'https://standards.ieee.org/wp-content/uploads/import/documents/tutorials/eui.pdf' },
  keywords: ['0:', '0-'],
  find: (text, start) => {
    const first = startOfMac(text, start);
    sixPairs.lastIndex = first;
    if (!sixPairs.test(text)) return undefined;
    const span = { start: first, end: sixPairs.lastIndex };
    return isDevice(text, span) ? span : undefined;
  },
  examples: {
    catches: () => ['ether «3c:22:fb:8e:41:d7»', 'MAC=«A4-83-E7-2F-90-1B»'],
    spares: () => [
      '00:00:00:00:00:00',
      'ff:ff:ff:ff:ff:ff',
      '00:11:22:33:44:55',
      '2024-01-15-10-30-45',
      '12:34:56',
      'de:ad:be:ef:00:01',
    ],
  },
};

const sixPairs = /[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])/iy;

function startOfMac(text: string, at: number): number {
  let first = at;
  while (first > 0 && at - first < 16 && /[0-9a-f:-]/i.test(text.charAt(first - 1))) first -= 1;
  return first;
}

function isDevice(text: string, { start, end }: Span): boolean {
  const pairs = text.slice(start, end).toLowerCase().split(/[:-]/);
  if (isInsideWord(text, start, end) || !pairs.some((pair) => /[a-f]/.test(pair))) return false;
  if (Number.parseInt(pairs[0] ?? '', 16) % 2 === 1 || new Set(pairs).size < 5) return false;
  return !/^(?:001122|aabbcc|deadbe|010203|0a0b0c|00005e|123456|abcdef|525400|0242|987654|001a2b)/.test(pairs.join(''));
}
