import { Buffer } from 'buffer/';

/*
 * Node's Buffer for browsers, with the one encoding that the package lacks, and no cutting in `toString`. The build of the console puts it in the place
 * of the global one (vite.config.ts), for the verification alone.
 */

const { from } = Buffer;
const { toString } = Buffer.prototype;
const asUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

Object.defineProperty(Buffer, 'from', {
  value: (...given: readonly unknown[]): Buffer => {
    const [value, encoding] = given;
    const isUrl = typeof value === 'string' && encoding === 'base64url';
    return Reflect.apply(from, Buffer, isUrl ? [value, 'base64'] : given);
  },
});

Object.defineProperty(Buffer.prototype, 'toString', {
  value(this: Buffer, ...[encoding]: readonly unknown[]): string {
    // The package decodes broken UTF-8 in its own way.
    if (encoding === undefined || encoding === 'utf8') return asUtf8.decode(this);
    if (encoding !== 'base64url') return Reflect.apply(toString, this, [encoding]);
    const text: string = Reflect.apply(toString, this, ['base64']);
    return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  },
});

export { Buffer };
