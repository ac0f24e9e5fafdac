import { crc32 } from 'node:zlib';

/** A file of an archive. Its name is relative, with slashes. */
export type ArchiveFile = { readonly name: string; readonly bytes: Buffer };

// The first of January 2000 on the wall clock of every zone: what a ZIP says of time is local time, and says nothing here.
const someDay = ((2000 - 1980) << 9) | (1 << 5) | 1;
const names = { flag: 1 << 11, madeBy: 0x03_3f, needed: 20 } as const;
const mode = 0o100_644 * 0x1_00_00;
const mostFiles = 0xff_ff;
const mostBytes = 0xff_ff_ff_ff;

/**
 * A ZIP of these files in the order of their names, with one date for all and nothing compressed: the same files give the
 * same bytes on any machine, whatever its zone and its version of zlib. `first` stands before all others.
 * Written here, though yazl writes the very same bytes (a test says so), because the auditor's one file writes an archive
 * again to compare it, and a third of that file was yazl's streams.
 * @throws RangeError beyond 65,535 files or 4 GiB
 */
export function archiveOf(files: readonly ArchiveFile[], first?: ArchiveFile): Buffer {
  const ordered = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const [pieces, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, bytes } of [...(first ? [first] : []), ...ordered]) {
    const [named, described] = [Buffer.from(name), descriptionOf(name, bytes)];
    directory.push(entryOf(described, at), named);
    for (const piece of [localOf(described), named, bytes]) {
      pieces.push(piece);
      at += piece.length;
    }
  }
  const central = Buffer.concat(directory);
  if (directory.length / 2 > mostFiles || at + central.length > mostBytes) throw new RangeError('too much for a ZIP');
  return Buffer.concat([...pieces, central, endOf(directory.length / 2, central.length, at)]);
}

// What a file's own header and its entry in the directory both say (APPNOTE 6.3.10, §4.3.7 and §4.3.12).
function descriptionOf(name: string, bytes: Buffer): Buffer {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(names.needed, 0);
  said.writeUInt16LE(names.flag, 2);
  said.writeUInt16LE(someDay, 8);
  said.writeUInt32LE(crc32(bytes), 10);
  said.writeUInt32LE(bytes.length, 14);
  said.writeUInt32LE(bytes.length, 18);
  said.writeUInt16LE(Buffer.byteLength(name), 22);
  return said;
}

function localOf(described: Buffer): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), described]);
}

function entryOf(described: Buffer, at: number): Buffer {
  const [head, tail] = [Buffer.from('PK\u0001\u0002\0\0', 'latin1'), Buffer.alloc(14)];
  head.writeUInt16LE(names.madeBy, 4);
  tail.writeUInt32LE(mode, 6);
  tail.writeUInt32LE(at, 10);
  return Buffer.concat([head, described, tail]);
}

// §4.3.16
function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
