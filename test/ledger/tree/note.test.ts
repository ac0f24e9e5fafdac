import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyRoot,
  formatCheckpoint,
  formatNote,
  generateSigningKey,
  leafHash,
  openCheckpoint,
  openNote,
  openSigner,
  parseCheckpoint,
  parseNote,
  parseVkey,
  type SignatureKind,
  signNote,
} from '../../../src/ledger/tree/index.ts';

const at = new Date('2026-11-26T08:00:00.500Z');
const origin = 'octroi.internal/log';
const root = leafHash(Buffer.from('x'));
const text = formatCheckpoint({ origin, size: 7, root });
const kinds: readonly SignatureKind[] = ['ed25519', 'ed25519_cosignature', 'ml_dsa_44'];
const keys = Object.fromEntries(kinds.map((kind) => [kind, generateSigningKey(kind)])) as Record<SignatureKind, Buffer>;
const signers = kinds.map((kind) => openSigner(origin, kind, keys[kind]));
const verifiers = signers.map(({ vkey }) => parseVkey(vkey));
const note = signNote(text, signers, at);

test('a checkpoint signed with each kind of key opens, and cosignatures say when', () => {
  const opened = openCheckpoint(note, verifiers, origin);
  expect(opened).toMatchObject({ origin, size: 7, root });
  expect(opened.verified.map(({ kind, signedAt }) => [kind, signedAt?.toISOString()])).toEqual([
    ['ed25519', undefined],
    ['ed25519_cosignature', '2026-11-26T08:00:00.000Z'],
    ['ml_dsa_44', '2026-11-26T08:00:00.000Z'],
  ]);
});

test('what ML-DSA-44 signs is the structure of C2SP tlog-cosignature, byte by byte', () => {
  const signature = parseNote(note).signatures[2]?.signature ?? Buffer.alloc(0);
  const uint64 = (value: number) => Buffer.from(value.toString(16).padStart(16, '0'), 'hex');
  const name = Buffer.concat([Buffer.of(origin.length), Buffer.from(origin)]);
  const time = uint64(Date.parse('2026-11-26T08:00:00Z') / 1_000);
  const message = Buffer.concat([Buffer.from('subtree/v1\n\0'), name, time, name, uint64(0), uint64(7), root]);
  const key = createPublicKey(createPrivateKey({ key: keys.ml_dsa_44, format: 'der', type: 'pkcs8' }));
  expect(signature.subarray(0, 8)).toEqual(time);
  expect(verify(null, message, key, signature.subarray(8))).toBe(true);
});

test('any changed byte of text or signature is refused', () => {
  const bytes = Buffer.from(note);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ change;
      let verified: readonly unknown[] = [];
      try {
        verified = openNote(changed, verifiers).verified;
      } catch {
        return;
      }
      // A line whose name or id no longer is that of a known key says nothing; the other two still hold.
      expect(verified.length).toBeLessThan(3);
      expect(openNote(changed, verifiers).text).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test.each(kinds.map((kind, index) => [kind, index] as const))(
  'a %s signature under another key is refused',
  (kind, index) => {
    const other = openSigner(origin, kind, generateSigningKey(kind));
    const signed = signNote(text, [other], at);
    expect(() => openNote(signed, verifiers)).toThrow('ledger_signature_unknown');
    // The same name and id, as an attacker would write them, and a signature of his own.
    const own = parseNote(signNote(text, [signers[index] as (typeof signers)[0]], at)).signatures[0];
    const forged = parseNote(signed).signatures[0];
    if (!own || !forged) throw new Error('no signature');
    const id = Buffer.alloc(4);
    id.writeUInt32BE(own.keyId);
    const line = `— ${origin} ${Buffer.concat([id, forged.signature]).toString('base64')}\n`;
    expect(() => openNote(formatNote(text, [line]), verifiers)).toThrow('ledger_signature_invalid');
  },
);

test('one bad signature of a known key spoils the note; unknown keys are passed over', () => {
  const lines = parseNote(note).signatures.map(({ line }) => line);
  const bad = signNote(formatCheckpoint({ origin, size: 8, root }), signers.slice(0, 1), at);
  const badLine = parseNote(bad).signatures[0]?.line ?? '';
  expect(() => openNote(formatNote(text, [badLine, ...lines.slice(1)]), verifiers)).toThrow('ledger_signature_invalid');
  const few = openNote(formatNote(text, [...lines, ...lines]), verifiers.slice(0, 1));
  expect([few.verified.length, few.unverified.length]).toEqual([1, 2]);
  expect(() => openNote(note, [...verifiers, ...verifiers])).toThrow('ledger_key_ambiguous');
});

test('a witness alone does not speak for a log, nor does another log', () => {
  const witness = openSigner('witness.example/w1', 'ed25519_cosignature', generateSigningKey('ed25519_cosignature'));
  const known = [...verifiers, parseVkey(witness.vkey)];
  expect(() => openCheckpoint(signNote(text, [witness], at), known)).toThrow('ledger_signature_unknown');
  expect(openCheckpoint(signNote(text, [signers[0] as typeof witness, witness], at), known).verified.length).toBe(2);
  expect(() => openCheckpoint(note, verifiers, 'octroi.internal/other')).toThrow('ledger_origin_other');
});

const line = parseNote(note).signatures[0]?.line ?? '';
test.each([
  ['no signature', `${text}\n`],
  ['no blank line', `${text}${line}`],
  ['no last line feed', `${text}\n${line.trimEnd()}`],
  ['a carriage return', `${text.replace('\n', '\r\n')}\n${line}`],
  ['a tab', `a\tb\n\n${line}`],
  ['a line after the signatures', `${text}\n${line}x\n`],
  ['a hyphen for the dash', `${text}\n${line.replace('—', '-')}`],
  ['two spaces', `${text}\n${line.replace('— ', '—  ')}`],
  ['a name with a plus', `${text}\n${line.replace(origin, 'a+b')}`],
  ['a name with a space that is no space', `${text}\n${line.replace(origin, 'a\u00a0b')}`],
  ['base64 without its padding', `${text}\n${line.replace(/=+\n$/, '\n')}`],
  ['base64 with loose bits', `${text}\n— ${origin} AAAAAAB=\n`],
  ['a signature of nothing', `${text}\n— ${origin} AAAAAA==\n`],
  ['a hundred and one signatures', `${text}\n${line.repeat(101)}`],
  ['a lone surrogate', `a\ud800\n\n${line}`],
])('a note with %s is malformed', (_, malformed) => {
  expect(() => parseNote(malformed)).toThrow('ledger_note_malformed');
});

test('the text ends at the last blank line, and bytes that are no UTF-8 are refused', () => {
  const [signer] = signers.slice(0, 1);
  if (!signer) throw new Error('no signer');
  const signed = signNote('one\n\ntwo\n\n', [signer], at);
  expect(openNote(signed, verifiers).text).toBe('one\n\ntwo\n\n');
  expect(() => parseNote(Buffer.concat([Buffer.of(0xff), Buffer.from(note)]))).toThrow('ledger_note_malformed');
});

const head = Buffer.from(root).toString('base64');
test.each([
  ['an empty origin', `\n7\n${head}\n`],
  ['a leading zero', `${origin}\n07\n${head}\n`],
  ['a sign', `${origin}\n+7\n${head}\n`],
  ['a hexadecimal size', `${origin}\n0x7\n${head}\n`],
  ['no size', `${origin}\n\n${head}\n`],
  ['a size past what can be counted', `${origin}\n9007199254740993\n${head}\n`],
  ['digits that are none in ASCII', `${origin}\n٧\n${head}\n`],
  ['a short root', `${origin}\n7\n${Buffer.alloc(31).toString('base64')}\n`],
  ['a root without padding', `${origin}\n7\n${head.slice(0, -1)}\n`],
  ['a root in the other alphabet', `${origin}\n7\n${Buffer.alloc(32, 0xff).toString('base64url')}=\n`],
  ['two lines', `${origin}\n7\n`],
  ['no last line feed', `${origin}\n7\n${head}`],
  ['an empty extension line', `${origin}\n7\n${head}\n\nx\n`],
])('a checkpoint with %s is malformed', (_, malformed) => {
  expect(() => parseCheckpoint(malformed)).toThrow('ledger_checkpoint_malformed');
});

test('a checkpoint of nothing, and one with extension lines, are checkpoints', () => {
  expect(parseCheckpoint(formatCheckpoint({ origin, size: 0, root: emptyRoot }))).toMatchObject({ size: 0 });
  expect(parseCheckpoint(`${text}more\n`)).toMatchObject({ size: 7 });
});

test.each(kinds)('a %s key is read as it is written, and not with a piece missing or added', (kind) => {
  const vkey = verifiers.find((each) => each.kind === kind)?.vkey ?? '';
  expect(parseVkey(vkey)).toMatchObject({ name: origin, kind });
  const [name, id, key] = vkey.split('+', 2).concat(vkey.slice(vkey.indexOf('+', vkey.indexOf('+') + 1) + 1));
  for (const wrong of [
    `${name}x+${id}+${key}`,
    `${name}+00000000+${key}`,
    `${name}+${id}+${key}AA`,
    `+${id}+${key}`,
    ` ${vkey}`,
    `${vkey}\n`,
  ])
    expect(() => parseVkey(wrong)).toThrow('ledger_key_malformed');
  expect(() => parseVkey(`${name}+${id?.toUpperCase()}G+${key}`)).toThrow('ledger_key_malformed');
});
