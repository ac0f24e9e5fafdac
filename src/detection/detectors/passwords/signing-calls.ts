import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { isPlaceholder } from '../../reading/placeholder.ts';
import { isNameOfSomething } from '../../reading/value-shape.ts';

/** Calls that take a key for signing or encrypting as a literal: `jwt.sign(claims, '…')`, `createHmac('sha256', '…')`. */
export const signingCall: KeywordDetector = {
  id: 'signing-call',
  kind: 'secret',
  class: 'secret',
  rank: 2,
  source: { url: 'https://nodejs.org/api/crypto.html#cryptocreatehmacalgorithm-key-options' },
  keywords: [
    'jwt.sign(',
    'jwt.verify(',
    'jwt.encode(',
    'jwt.decode(',
    'jwt::encode(',
    'jwt::decode(',
    'hmac(',
    'hmac.new(',
    'cookieparser(',
    'fernet(',
    'cipheriv(',
  ],
  find: (text, start) => {
    call.lastIndex = start;
    const found = call.exec(text);
    const span = found?.indices?.[2];
    return span && isKey(found[2] ?? '') ? { start: span[0], end: span[1] } : undefined;
  },
  examples: {
    catches: () => [
      `jwt.sign({ id: user.id }, '«${fake.base62(1, 32)}»', { expiresIn: '1h' })`,
      `jwt.decode(token, "«${fake.password(2)}»", algorithms=["HS256"])`,
      `crypto.createHmac('sha256', '«${fake.hex(3, 40)}»')`,
      `hmac.new(b"«${fake.base62(4, 24)}»", body, hashlib.sha256)`,
      `app.use(cookieParser('«${fake.password(5)}»'));`,
    ],
    spares: () => [
      `jwt.sign(payload, process.env.JWT_SECRET, { algorithm: 'HS256' })`,
      `jwt.verify(token, 'your-secret')`,
      `createHmac('sha256', key).update('value1')`,
      `jwt.decode(token, options={"verify": False})`,
      `createCipheriv('aes-256-gcm', key, iv)`,
    ],
  },
};

// The key is the first argument, or follows a name, a member, an object of one level, an algorithm.
const call =
  /[\w.:]{2,16}\(\s{0,20}(?:(?:[A-Za-z_$][\w$.]{0,60}|\{[^{}'"\n]{0,120}\}|["'](?:sha|md|aes|des|HS|RS)[\w-]{1,20}["']),\s{0,20})?b?(["'])([^"'\n]{8,160})\1\s{0,10}[,)]/diy;

function isKey(value: string): boolean {
  return /[0-9]/.test(value) && !/\s/.test(value) && !isPlaceholder(value) && !isNameOfSomething(value);
}
