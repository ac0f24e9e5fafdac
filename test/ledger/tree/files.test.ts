import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBundle,
  decodeTile,
  encodeBundle,
  formatTilePath,
  formatTlogProof,
  leafHash,
  parseTilePath,
  parseTlogProof,
} from '../../../src/ledger/tree/index.ts';

test('every tile has one path, and every path that is read is written the same way', () => {
  const tiles = fc.record({
    level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
    index: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(fc.property(tiles, (tile) => void expect(parseTilePath(formatTilePath(tile))).toEqual(tile)));
});

test.each([
  'tile/0/x000/001',
  'tile/0/000.p/01',
  'tile/0/000.p/-1',
  'tile/0/000.p/',
  'tile/0/000.p/5/',
  'tile/0/0000',
  'tile/0/x000/x001',
  'tile/entries/',
  'tile/entriesx/000',
  'tile/0/000/',
  '/tile/0/000',
  'tile//000',
  'tile/0/000\n',
  'tile/0/x999/x999/x999/x999/x999/999',
  'tile/1e0/000',
  'tile/0/000.P/5',
])('%j is no tile', (path) => {
  expect(() => parseTilePath(path)).toThrow('ledger_tile_path_malformed');
});

test('a bundle gives back its entries, and nothing cut off or added', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 300 }), (list, cut) => {
      const bundle = encodeBundle(list.map((entry) => Buffer.from(entry)));
      expect(decodeBundle(bundle, list.length).map((entry) => [...entry])).toEqual(list.map((entry) => [...entry]));
      for (const other of [bundle.subarray(0, Math.max(0, bundle.length - cut)), Buffer.concat([bundle, Buffer.of(0)])])
        expect(() => decodeBundle(other, list.length)).toThrow('ledger_bundle_malformed');
    }),
  );
  expect(() => decodeBundle(Buffer.alloc(0))).toThrow('ledger_bundle_malformed');
  expect(() => decodeBundle(Buffer.alloc(2 * 257))).toThrow('ledger_bundle_malformed');
  expect(() => encodeBundle([Buffer.alloc(65_536)])).toThrow('65536');
});

test('a tile is as many hashes as its path says', () => {
  expect(decodeTile(Buffer.alloc(64), 2).length).toBe(2);
  for (const size of [0, 63, 65, 96]) expect(() => decodeTile(Buffer.alloc(size), 2)).toThrow('ledger_tile_malformed');
});

const hash = Buffer.from(leafHash(Buffer.from('x'))).toString('base64');
const head = 'c2sp.org/tlog-proof@v1\n';
test.each([
  ['another version', `c2sp.org/tlog-proof@v2\nindex 0\n\nc\n`],
  ['a leading zero', `${head}index 00\n\nc\n`],
  ['a sign', `${head}index +1\n\nc\n`],
  ['an index past what can be counted', `${head}index 9007199254740993\n\nc\n`],
  ['two spaces', `${head}index  1\n\nc\n`],
  ['extra after the index', `${head}index 1\nextra AAAA\n\nc\n`],
  ['two extras', `${head}extra AAAA\nextra AAAA\nindex 1\n\nc\n`],
  ['an extra of nothing', `${head}extra \nindex 1\n\nc\n`],
  ['a hash without padding', `${head}index 1\n${hash.slice(0, -1)}\n\nc\n`],
  ['a short hash', `${head}index 1\nAAAA\n\nc\n`],
  ['a carriage return', `${head}index 1\n${hash}\r\n\nc\n`],
  ['sixty-four hashes', `${head}index 1\n${`${hash}\n`.repeat(64)}\nc\n`],
  ['no checkpoint', `${head}index 1\n\n`],
  ['a checkpoint that is cut off', `${head}index 1\n\nc`],
  ['no blank line', `${head}index 1\nc\n`],
  ['nothing', ''],
])('a proof with %s is malformed', (_, text) => {
  expect(() => parseTlogProof(text)).toThrow('ledger_proof_malformed');
});

test('a proof is read as it is written', () => {
  const proof = { index: 9, hashes: [Buffer.alloc(32, 1)], checkpoint: 'c\n\ns\n', extra: Buffer.from('leaf') };
  expect(parseTlogProof(formatTlogProof(proof))).toEqual(proof);
});
