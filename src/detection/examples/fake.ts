import { createHash } from 'node:crypto';

// Values that look drawn by a machine and are the same in every run: SHA-512 of the seed, read off in an alphabet.
function draw(seed: number, length: number, alphabet: string): string {
  let text = '';
  for (let round = 0; text.length < length; round += 1)
    for (const byte of createHash('sha512').update(`octroi example ${seed} ${round}`).digest()) {
      if (byte < 256 - (256 % alphabet.length) && text.length < length) text += alphabet[byte % alphabet.length];
    }
  return text;
}

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Fake values for examples and tests, made while they run, so that no scanner meets one in our repository. */
export const fake = {
  digits: (seed: number, length: number) => draw(seed, length, digits),
  hex: (seed: number, length: number) => draw(seed, length, '0123456789abcdef'),
  upperHex: (seed: number, length: number) => draw(seed, length, '0123456789ABCDEF'),
  lower: (seed: number, length: number) => draw(seed, length, lower),
  base36: (seed: number, length: number) => draw(seed, length, digits + lower),
  upper36: (seed: number, length: number) => draw(seed, length, digits + upper),
  base62: (seed: number, length: number) => draw(seed, length, digits + upper + lower),
  base64: (seed: number, length: number) => draw(seed, length, `${digits}${upper}${lower}+/`),
  base64url: (seed: number, length: number) => draw(seed, length, `${digits}${upper}${lower}-_`),
  base32: (seed: number, length: number) => draw(seed, length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  uuid: (seed: number) => {
    const hex = draw(seed, 32, '0123456789abcdef');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  },
  /** A password as a generator makes it: letters, digits, one sign. */
  password: (seed: number) =>
    `${draw(seed, 5, lower)}${draw(seed, 2, upper)}${draw(seed, 3, digits)}${draw(seed, 1, '!@+*')}`,
};
