import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { OctroiError } from '../../base/index.ts';
import { archiveOf } from '../../documents/archive.ts';
import type { PackFiles } from '../../ledger/verify/index.ts';

/** The files of a pack that was unpacked. What systems and file managers leave lying about is told like any other file. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return { names: names.toSorted(), read: (name) => readFile(join(folder, name)) };
}

/**
 * The files of a pack in its ZIP, every byte of which must be as octroi writes it. What stands in a changed file is left to
 * the manifest, which knows each by its digest; here only what lies between the files is compared.
 * @throws ledger_refuted_pack_archive
 */
export async function readPackArchive(file: string): Promise<PackFiles> {
  const bytes = await readFile(file);
  const files = filesIn(bytes);
  const again = archiveOf(files.map(({ name, at, size }) => ({ name, bytes: bytes.subarray(at, at + size) })));
  const isSame = again.equals(bytes);
  return {
    names: files.map(({ name }) => name),
    read: async (name) => {
      const { at, size } = files.find((each) => each.name === name) ?? { at: 0, size: 0 };
      return bytes.subarray(at, at + size);
    },
    ...(isSame ? {} : { unlike: unlikeAt(bytes, again, files) }),
  };
}

type Packed = { readonly name: string; readonly at: number; readonly size: number };

const [localBytes, entryBytes, endBytes] = [30, 46, 22];

// By the directory at the end, as every reader of ZIPs does. Anything that octroi does not write is refused.
function filesIn(bytes: Buffer): readonly Packed[] {
  const end = bytes.length - endBytes;
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06_05_4b_50) throw broken('the end');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const files: Packed[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + entryBytes > end || bytes.readUInt32LE(at) !== 0x02_01_4b_50) throw broken('the directory');
    const [method, size, nameBytes, extraBytes] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + entryBytes, at + entryBytes + nameBytes);
    const content = local + localBytes + nameBytes;
    const isTwice = files.some((each) => each.name === name);
    if (method !== 0 || extraBytes !== 0 || content + size > end || isTwice) throw broken(name.slice(0, 200));
    files.push({ name, at: content, size });
    at += entryBytes + nameBytes;
  }
  return files;
}

function unlikeAt(bytes: Buffer, again: Buffer, files: readonly Packed[]): string {
  const differs = bytes.findIndex((byte, at) => byte !== again[at]);
  const place = differs < 0 ? Math.min(bytes.length, again.length) : differs;
  return files.findLast(({ at, name }) => at - name.length - localBytes <= place)?.name ?? 'the beginning';
}

function broken(file: string): OctroiError {
  return new OctroiError('ledger_refuted_pack_archive', { file });
}
