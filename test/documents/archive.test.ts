import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { archiveOf, type ArchiveFile } from '../../src/documents/index.ts';

async function byLibrary(files: readonly ArchiveFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  const options = { mtime: new Date(2000, 0, 1), mode: 0o100_644, compress: false, forceDosTimestamp: true };
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, options);
  zip.end();
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream);
}

test('an archive is, byte for byte, what the library writes of the same files', async () => {
  const file = fc.record({
    name: fc.stringMatching(/^[a-zé][a-z0-9é/-]{0,20}[a-z]$/).filter((name) => !name.includes('//')),
    bytes: fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
  });
  const some = fc.uniqueArray(file, { maxLength: 8, selector: ({ name }) => name });
  await fc.assert(
    fc.asyncProperty(some, async (files) => {
      const ordered = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
      expect(archiveOf(files).equals(await byLibrary(ordered))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('what is to stand first does, and more than a ZIP can count is refused', () => {
  const [first, other] = ['mimetype', 'a.txt'].map((name) => ({ name, bytes: Buffer.from(name) }));
  expect(archiveOf([other as ArchiveFile], first).indexOf('mimetype')).toBe(30);
  const many = Array.from({ length: 65_536 }, (_, at) => ({ name: String(at), bytes: Buffer.alloc(0) }));
  expect(() => archiveOf(many)).toThrow(RangeError);
});
