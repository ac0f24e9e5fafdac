import { createHmac, type KeyObject } from 'node:crypto';

/**
 * What a value is replaced by depends on the grammar around it. `word` fits nearly everywhere; a bare number has to stay
 * a number, an address an address of its kind.
 */
export type StandInForm = 'word' | 'number' | 'ipv4' | 'ipv6' | 'email';

/** A tenant's key for stand-ins: as bytes, or made ready once, which saves 7 µs each (measured). */
export type StandInKey = KeyObject | Uint8Array;

export type Sensitive = { readonly kind: string; readonly value: string };

/** How a kind is written, so that a placeholder can be told from the text around it: no part of 16 characters or more. */
export const kindPattern = /^(?=.{1,24}$)[a-z0-9]{1,15}(?:_[a-z0-9]{1,15})*$/;

/** No stand-in is longer than this. */
export const maxStandInLength = 'octr0_'.length + 24 + 1 + 16 + '@redacted.invalid'.length;

/**
 * What stands for a value towards the vendor: the same for the same tenant, kind and value, on every turn and for every
 * person, so that the vendor's prompt cache keeps matching.
 *
 * All forms come from HMAC-SHA-256(tenant key, kind, value). Two values meet in one stand-in: words and addresses of mail
 * after 2^40 values (80 bits), IPv6 after 2^48, numbers after a million (12 free digits), IPv4 soon (the three networks
 * kept for documentation hold 768 addresses). `redact` therefore asks whether a stand-in is another value's already, and falls
 * back to a word.
 */
export function standIn(tenantKey: StandInKey, { kind, value }: Sensitive, form: StandInForm): string {
  const mac = createHmac('sha256', tenantKey).update(kind).update('\0').update(value, 'utf16le').digest();
  switch (form) {
    case 'word':
      return word(kind, mac);
    case 'email':
      return `${word(kind, mac)}@redacted.invalid`;
    case 'number':
      return `907${String(mac.readUIntBE(0, 6) % 1_000_000_000_000).padStart(12, '0')}`;
    case 'ipv4':
      return `${documentationNetworks[(mac[0] ?? 0) % 3] ?? ''}.${mac[1] ?? 0}`;
    case 'ipv6':
      return `2001:db8:${[0, 2, 4, 6, 8, 10].map((at) => mac.readUInt16BE(at).toString(16)).join(':')}`;
  }
}

// TEST-NET-1, -2 and -3: https://www.rfc-editor.org/rfc/rfc5737. For IPv6: RFC 3849.
const documentationNetworks = ['192.0.2', '198.51.100', '203.0.113'];
const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

// 80 bits in 16 letters of RFC 4648's alphabet, which need no escape in any syntax.
function word(kind: string, mac: Buffer): string {
  let text = '';
  for (let letter = 0; letter < 16; letter += 1) {
    const bit = letter * 5;
    const pair = mac.readUInt16BE(bit >> 3);
    text += base32.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return `octr0_${kind}_${text}`;
}
