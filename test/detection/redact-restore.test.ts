import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/detection/finding.ts';
import { redact } from '../../src/detection/redaction/redact.ts';
import { spliceBytes, toByteEdits } from '../../src/detection/redaction/splice-json.ts';
import { maxStandInLength } from '../../src/detection/redaction/stand-in.ts';
import { restore, StreamRestorer } from '../../src/detection/restoration/restorer.ts';

const tenantKey = Buffer.alloc(32, 7);
const kinds = ['password', 'github_token', 'ipv4', 'ipv6', 'email', 'private_key', 'siret', 'connection_string'];

// A text of stretches, some of which are findings: digits, addresses, quotes, escapes, lone surrogates, other planes.
const stretch = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"',
    '\\',
    '\n',
    'octr0_',
    'octr0_password_',
    '907',
    '192.0.2.',
    '2001:db8:',
    '@redacted.invalid',
    '\ud800',
    '\udc00x',
    '😀',
    'é',
    '12345678',
    '1.2.3.4',
    ' ',
    '.',
  ),
);
const marked = fc.array(fc.record({ text: stretch, isFound: fc.boolean(), kind: fc.constantFrom(...kinds) }), {
  maxLength: 12,
});

function build(pieces: readonly { readonly text: string; readonly isFound: boolean; readonly kind: string }[]) {
  const findings: Finding[] = [];
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    text += piece.text;
    if (piece.isFound && piece.text.length > 0)
      findings.push({ detector: 'd', kind: piece.kind, class: 'secret', start, end: text.length });
  }
  return { text, findings };
}

function mappingOf(replacements: readonly { readonly standIn: string; readonly value: string }[]) {
  const mapping = new Map(replacements.map(({ standIn, value }) => [standIn, value]));
  return (standIn: string) => mapping.get(standIn);
}

function stream(text: string, cuts: readonly number[], restorer: StreamRestorer) {
  const bounds = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  let out = '';
  let held = 0;
  for (let index = 1; index < bounds.length; index += 1) {
    out += restorer.push(text.slice(bounds[index - 1], bounds[index]));
    held = Math.max(held, restorer.heldLength);
  }
  return { out: out + restorer.flush(), held };
}

describe('redacting and restoring', () => {
  test('gives back the original, for any findings and any split of the stream', () => {
    fc.assert(
      fc.property(marked, fc.array(fc.nat(), { maxLength: 8 }), (pieces, cuts) => {
        const { text, findings } = build(pieces);
        const redacted = redact(text, findings, { tenantKey });
        // Stretches that look like our own stand-ins pass through both ways, unless a neighbour completes one.
        fc.pre(!redacted.replacements.some(({ standIn }) => text.includes(standIn)));
        const meaningOf = mappingOf(redacted.replacements);
        const whole = restore(redacted.text, meaningOf);
        const { out, held } = stream(redacted.text, cuts, new StreamRestorer(meaningOf));
        expect(out).toBe(whole);
        expect(held).toBeLessThanOrEqual(maxStandInLength);
        expect(whole).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  test('holds for 20,000 random splits of one text with every form, plain and escaped', () => {
    const pieces = [
      ['const p = "', 'password', 'hunter"2\\x\n'],
      ['";\nip ', 'ipv4', '82.64.1.9'],
      [' and ', 'ipv6', '2a01:e0a::1'],
      [' mail ', 'email', 'a.b@c.fr'],
      ['; pin = ', 'siret', '73282932000074'],
      [' key ', 'github_token', 'ghp'],
      ['.', 'password', 'x'],
    ] as const;
    const { text, findings } = build(
      pieces.flatMap(([before, kind, value]) => [
        { text: before, isFound: false, kind },
        { text: value, isFound: true, kind },
      ]),
    );
    const redacted = redact(text, findings, { tenantKey });
    const meaningOf = mappingOf(redacted.replacements);
    const escaped = JSON.stringify(redacted.text);
    let seed = 1;
    const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let run = 0; run < 20_000; run += 1) {
      const cuts = Array.from({ length: 1 + (random() % 9) }, () => random());
      expect(stream(redacted.text, cuts, new StreamRestorer(meaningOf)).out).toBe(text);
      expect(JSON.parse(stream(escaped, cuts, new StreamRestorer(meaningOf, 'json')).out)).toBe(text);
    }
  });

  test('splices into JSON bytes whatever way the string is escaped, and touches nothing else', () => {
    fc.assert(
      fc.property(marked, fc.infiniteStream(fc.boolean()), (pieces, choices) => {
        const { text, findings } = build(pieces);
        const raw = Buffer.from(escapeVariously(text, choices), 'utf8');
        const { replacements, text: redacted } = redact(text, findings, { tenantKey });
        const spliced = Buffer.from(spliceBytes(raw, toByteEdits(raw, replacements)));
        expect(JSON.parse(`"${spliced.toString('utf8')}"`)).toBe(redacted);
        if (findings.length === 0) expect(spliceBytes(raw, [])).toBe(raw);
      }),
      { numRuns: 3_000 },
    );
  });
});

function escapeVariously(text: string, choices: Iterator<boolean> | { next(): { value: boolean } }): string {
  let raw = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const mustEscape = code < 0x20 || character === '"' || character === '\\' || (code >= 0xd800 && code < 0xe000);
    if (!mustEscape && !choices.next().value) raw += character;
    else
      for (let unit = 0; unit < character.length; unit += 1)
        raw += `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }
  return raw;
}

function one(text: string, value: string, kind: string) {
  const start = text.indexOf(value);
  return redact(text, [{ detector: 'd', kind, class: 'secret', start, end: start + value.length }], { tenantKey });
}

describe('a redaction', () => {
  test('without findings is the same text', () => {
    const text = 'nothing here';
    expect(redact(text, [], { tenantKey }).text).toBe(text);
  });

  test('gives the same value the same stand-in, another tenant another', () => {
    const here = one('a "s3cret!" b', 's3cret!', 'password').replacements[0]?.standIn;
    expect(one('else: s3cret!', 's3cret!', 'password').replacements[0]?.standIn).toBe(here);
    const there = redact('s3cret!', [{ detector: 'd', kind: 'password', class: 'secret', start: 0, end: 7 }], {
      tenantKey: Buffer.alloc(32, 8),
    });
    expect(there.replacements[0]?.standIn).not.toBe(here);
    expect(here).toMatch(/^octr0_password_[a-z2-7]{16}$/);
  });

  test('keeps the grammar: numbers, addresses, armour', () => {
    expect(one('pin = 73282932000074;', '73282932000074', 'siret').text).toMatch(/^pin = 907\d{12};$/);
    expect(one('pin = "73282932000074";', '73282932000074', 'siret').text).toMatch(
      /^pin = "octr0_siret_[a-z2-7]{16}";$/,
    );
    expect(one('{"siret": 73282932000074.0}', '73282932000074', 'siret').text).toMatch(/^\{"siret": 907\d{12}\.0\}$/);
    expect(one('siret,7.3282932000074e13,x', '7.3282932000074e13', 'siret').text).toMatch(/^siret,907\d{12},x$/);
    expect(one('from 82.64.1.9', '82.64.1.9', 'ipv4').text).toMatch(
      /^from (?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/,
    );
    expect(one('to a.b@c.fr', 'a.b@c.fr', 'email').text).toMatch(/^to octr0_email_[a-z2-7]{16}@redacted\.invalid$/);
    const key = ['-----BEGIN PRIVATE', ' KEY-----\nMIIabc\n-----END PRIVATE', ' KEY-----'].join('');
    expect(one(key, key, 'private_key').text).toMatch(
      /^-----BEGIN PRIVATE KEY-----\noctr0_private_key_[a-z2-7]{16}\n-----END/,
    );
  });

  test('falls back to a word when an address is taken by another value', () => {
    const finding: Finding = { detector: 'd', kind: 'ipv4', class: 'personal', start: 0, end: 9 };
    const redacted = redact('82.64.1.9', [finding], {
      tenantKey,
      isTaken: (name) => !name.startsWith('octr0_'),
    });
    expect(redacted.text).toMatch(/^octr0_ipv4_[a-z2-7]{16}$/);
  });

  test('refuses when even the word is taken', () => {
    const finding: Finding = { detector: 'd', kind: 'password', class: 'secret', start: 0, end: 3 };
    expect(() => redact('abc', [finding], { tenantKey, isTaken: () => true })).toThrow('detection_mapping_conflict');
  });
});
