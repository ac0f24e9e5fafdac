import { isLuhn } from '../../checks/checksums.ts';
import { fake } from '../../examples/fake.ts';
import { numberDetector } from './number.ts';

// Numbers that the schemes and their processors publish for tests; every manual has them.
// https://docs.stripe.com/testing#cards.
const published = new Set(
  (
    '4242424242424242 4000056655665556 5555555555554444 2223003122003222 5200828282828210 5105105105105100 378282246310005 ' +
    '371449635398431 6011111111111117 6011000990139424 6011981111111113 3056930009020004 36227206271667 6555900000604105 ' +
    '3566002020360505 6200000000000005 4111111111111111 4012888888881881 4222222222222 5019717010103742 30569309025904 ' +
    '38520000023237 3530111333300000 4000000000000002 4000000000009995 4000002500003155 4000000000003220 4000002760003184'
  ).split(' '),
);

/** Card numbers: the schemes' first digits and lengths (ISO/IEC 7812), and Luhn. */
export const paymentCard = numberDetector({
  id: 'payment-card',
  kind: 'card',
  url: 'https://www.iso.org/standard/70484.html',
  pattern:
    /(?:4\d{3}|5[1-5]\d\d|2(?:2[2-9]|[3-6]\d|7[01])\d|6(?:011|5\d\d|4[4-9]\d)|35\d\d)(?:[ -]?\d{4}){3}|3[47]\d\d[ -]?\d{6}[ -]?\d{5}|3(?:0[0-5]|[68]\d)\d[ -]?\d{6}[ -]?\d{4}|4\d{12}|6(?:304|759|76[1-3])\d{8,15}/g,
  not: /[0-9a-f]{4}[ .]$/,
  notBefore: /^[ .][0-9A-Fa-f]{4}(?![0-9A-Za-z])/,
  isValid: (compact) =>
    isLuhn(compact) && !published.has(compact) && new Set(compact).size >= 4 && !/0{8}/.test(compact),
  catches: () => [`carte «${visa(1)}»`, `"pan": "«${visa(2).replace(/(.{4})(?=.)/g, '$1 ')}»"`],
  spares: () => [['4242', '4242', '4242', '4242'].join(' '), `order ${visa(3).slice(0, 15)}0${'0'}`],
});

function visa(seed: number): string {
  const body = `4${fake.digits(seed, 14)}`;
  for (let digit = 0; digit < 10; digit += 1) if (isLuhn(`${body}${digit}`)) return `${body}${digit}`;
  return body;
}
