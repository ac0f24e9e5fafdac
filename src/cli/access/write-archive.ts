import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { cliError } from '../errors.ts';

/** A file of an archive: its name, and the text it holds, piece by piece. */
export type ArchiveEntry = { readonly name: string; readonly text: AsyncIterable<string> };

/**
 * Writes a ZIP that only its owner may read. A file that is there already is never written over; a broken one does not stay.
 * @throws cli_file_unwritable, and what the entries throw
 */
export async function writeArchive(file: string, entries: readonly ArchiveEntry[], madeAt: Date): Promise<void> {
  const zip = new ZipFile();
  const broken = new Promise<never>((_, reject) => {
    zip.on('error', reject);
    for (const { name, text } of entries) {
      const content = Readable.from(text);
      content.on('error', reject);
      zip.addReadStream(content, name, { mtime: madeAt, mode: 0o100_600 });
    }
  });
  zip.end();
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  let isOurs = false;
  target.on('open', () => (isOurs = true));
  try {
    await Promise.race([pipeline(zip.outputStream, target), broken]);
  } catch (fault) {
    target.destroy();
    if (isOurs) await rm(file, { force: true });
    if (!isOurs) throw cliError('cli_file_unwritable', { file }, fault);
    throw fault;
  }
}
