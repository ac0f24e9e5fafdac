import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encodingOf } from '../../../src/cli/detect/decode.ts';
import { maskedLine, printable } from '../../../src/cli/detect/mask.ts';
import { readPieces } from '../../../src/cli/detect/read-pieces.ts';

const read = (bytes: Buffer): string | undefined => {
  const encoding = encodingOf(bytes);
  return encoding && decode(bytes, encoding);
};

describe('bytes of a text', () => {
  const text = 'clé = valeur\nmot de passe : été\n';

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 little-endian', Buffer.from(text, 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 big-endian', Buffer.from(text, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(text, 'latin1')],
  ])('%s are read as they are meant', (_, bytes) => {
    expect(read(bytes)?.replace('\ufeff', '')).toBe(text);
  });

  test('a line that is not UTF-8 loses nothing, and leaves the others as they are', () => {
    const bytes = Buffer.concat([
      Buffer.from('été\n'),
      Buffer.from([0x61, 0xe9, 0xff, 0x80, 0x62, 0x0a]),
      Buffer.from('où'),
    ]);
    expect(read(bytes)).toBe('été\naéÿ€b\noù');
  });

  test('one stray NUL hides nothing, a picture is no text', () => {
    expect(read(Buffer.from(`${'a line of text\n'.repeat(20)}\0password`))).toContain('password');
    expect(read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBeUndefined();
  });
});

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('pieces of a large file tell all of it, whatever its reads and characters', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
        .filter((unit) => !/[\0-\x1f\x7f]/.test(unit) && !unit.startsWith('\ufeff')),
      fc.constantFrom('utf8' as const, 'utf16le' as const),
      fc.integer({ min: 1, max: 5_000 }),
      async (unit, encoding, size) => {
        const text = unit.repeat(Math.ceil(200_000 / unit.length));
        const bytes = Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding);
        let own = '';
        let next = 0;
        for await (const piece of readPieces('x', chunks(bytes, size), 90_000)) {
          if ('binary' in piece) throw new Error('no binary');
          expect(piece.offset + piece.from).toBe(next);
          own += piece.text.slice(piece.from, piece.to);
          next = piece.offset + piece.to;
        }
        expect(own === text).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

test('a masked line holds no value, wherever else on it the value stands', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9!]{4,300}$/), fc.string(), fc.string(), (value, before, after) => {
      const text = `${before}\n${before}${value}${after}${value}\n${after}`;
      const start = before.length * 2 + 1;
      const finding = { start, end: start + value.length, kind: 'x', class: 'secret', detector: 'x' } as const;
      const line = maskedLine(text, finding, [finding]);
      fc.pre(!before.includes(value) && !after.includes(value));
      expect(line).not.toContain(value);
    }),
  );
});

test('a line from a file cannot move the cursor or turn the text around', () => {
  expect(printable('a\u001b[2Jb\u202ec\rd')).toBe('a [2Jb c d');
});
