import * as node from 'node:crypto';
import { expect, test } from 'vitest';
import * as browser from '../../src/cli/auditor/browser/node-crypto.ts';
import { Buffer as BrowserBuffer } from '../../src/cli/auditor/browser/buffer.ts';

// What stands in for node:crypto in the browser must decide as node:crypto does.

const texts = ['', 'a', 'é\ud83d\ude00', 'x'.repeat(10_000)];

test.each(texts)('digests and codes are the same for text number %#', (text) => {
  expect(browser.hash('sha256', text, 'hex')).toBe(node.hash('sha256', text, 'hex'));
  const key = node.randomBytes(32);
  expect(browser.createHmac('sha256', key).update(text).update(key).digest('base64url')).toBe(
    node.createHmac('sha256', key).update(text).update(key).digest('base64url'),
  );
});

test.each(['ed25519', 'ml-dsa-44'] as const)('%s: what node signs holds, and nothing else does', (kind) => {
  const { publicKey, privateKey } =
    kind === 'ed25519' ? node.generateKeyPairSync('ed25519') : node.generateKeyPairSync('ml-dsa-44');
  const message = node.randomBytes(100);
  const signature = node.sign(null, message, privateKey);
  const key = browser.createPublicKey({ key: publicKey.export({ type: 'spki', format: 'der' }) });
  expect(browser.verify(null, message, key, signature)).toBe(true);
  for (const place of [0, 31, 32, signature.length - 1]) {
    const other = Buffer.from(signature);
    other[place] = (other[place] ?? 0) ^ 1;
    expect([place, browser.verify(null, message, key, other)]).toEqual([place, false]);
  }
  expect(browser.verify(null, node.randomBytes(100), key, signature)).toBe(false);
  expect(browser.verify(null, message, key, signature.subarray(1))).toBe(false);
  expect(browser.verify(null, message, key, Buffer.alloc(0))).toBe(false);
});

test('a key of another algorithm is refused', () => {
  const { publicKey } = node.generateKeyPairSync('x25519');
  expect(() => browser.createPublicKey({ key: publicKey.export({ type: 'spki', format: 'der' }) })).toThrow();
});

// A small-order point as key and a signature of nothing: verifiers that multiply by the cofactor take it, OpenSSL decides.
test('a signature under a key of small order is judged as node judges it', () => {
  const raw = Buffer.from('0100000000000000000000000000000000000000000000000000000000000000', 'hex');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  const signature = Buffer.concat([raw, Buffer.alloc(32)]);
  const theirs = node.verify(
    null,
    Buffer.from('m'),
    node.createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  );
  const ours = browser.verify(null, Buffer.from('m'), browser.createPublicKey({ key: der }), signature);
  // The browser may be stricter, never looser.
  expect(ours && !theirs).toBe(false);
});

test('its Buffer reads and writes every encoding that the verification uses as node’s does', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.of(255, 254, 251), node.randomBytes(47), Buffer.from('é😀')]) {
    for (const encoding of ['base64', 'base64url', 'hex', 'utf8', 'latin1'] as const) {
      const text = bytes.toString(encoding);
      expect([encoding, BrowserBuffer.from(bytes).toString(encoding)]).toEqual([encoding, text]);
      if (encoding !== 'utf8')
        expect([encoding, [...BrowserBuffer.from(text, encoding)]]).toEqual([encoding, [...bytes]]);
    }
  }
});
