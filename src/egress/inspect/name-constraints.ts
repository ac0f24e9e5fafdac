import { Constructed, Primitive, Sequence } from 'asn1js';

const contextSpecific = 3;
const dnsName = 2;
const ipAddress = 7;

/**
 * The value of the extension nameConstraints (2.5.29.30): these names (with what lies below them, which RFC 5280
 * §4.2.1.10 cannot leave out) and no address at all. A constraint binds its own kind of name only, so that addresses
 * are excluded by name: all of IPv4 and all of IPv6.
 */
export function nameConstraints(hosts: readonly string[]): ArrayBuffer {
  const permitted = hosts.map((host) => subtree(dnsName, new TextEncoder().encode(host)));
  const excluded = [8, 32].map((length) => subtree(ipAddress, new Uint8Array(length)));
  return new Sequence({ value: [tagged(0, permitted), tagged(1, excluded)] }).toBER();
}

function subtree(tagNumber: number, bytes: Uint8Array<ArrayBuffer>): Sequence {
  const base = new Primitive({ idBlock: { tagClass: contextSpecific, tagNumber }, valueHex: bytes.buffer });
  return new Sequence({ value: [base] });
}

function tagged(tagNumber: number, value: Sequence[]): Constructed {
  return new Constructed({ idBlock: { tagClass: contextSpecific, tagNumber }, value });
}
