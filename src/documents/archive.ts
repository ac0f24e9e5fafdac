import { ZipFile } from 'yazl';

/** A file of an archive. Its name is relative, with slashes. */
export type ArchiveFile = { readonly name: string; readonly bytes: Buffer };

// The same on the wall clock of every zone: what a ZIP says of time is local time, and says nothing here.
const someDay = new Date(2000, 0, 1);

/**
 * A ZIP of these files in the order of their names, with one date for all and nothing compressed: the same files give the
 * same bytes on any machine, whatever its zone and its version of zlib. `first` stands before all others.
 */
export async function archiveOf(files: readonly ArchiveFile[], first?: ArchiveFile): Promise<Buffer> {
  const zip = new ZipFile();
  const ordered = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const { name, bytes } of [...(first ? [first] : []), ...ordered])
    zip.addBuffer(bytes, name, { mtime: someDay, mode: 0o100_644, compress: false, forceDosTimestamp: true });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
