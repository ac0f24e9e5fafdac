import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** CRC-32 of a text in base 62, digits before capitals before small letters, padded to `length`: GitHub, npm, octroi. */
export function crc32InBase62(text: string, length: number): string {
  let rest = crc32(text);
  let written = '';
  while (written.length < length) {
    written = base62.charAt(rest % 62) + written;
    rest = Math.floor(rest / 62);
  }
  return written;
}

/** CRC-32 of a text as eight hexadecimal digits: Grafana. */
export function crc32InHex(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** Whether the last of a row of digits is the one Luhn's formula gives (ISO/IEC 7812-1 annex B). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The remainder of a number of any length, written in digits. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digits.charCodeAt(at) - 0x30) % divisor;
  return rest;
}

/** Whether a row of digits passes ISO/IEC 7064 MOD 11,10, its last digit being the check digit. */
export function isMod11_10(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at += 1) {
    const sum = (digits.charCodeAt(at) - 0x30 + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits.charCodeAt(digits.length - 1) - 0x30;
}

/** The sum of digits each multiplied by its weight. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits.charCodeAt(at) - 0x30), 0);
}
