import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Catalogue, isNewer, openCatalogue, openSignedCatalogue, shippedData } from '../../catalogue/index.ts';
import { cliError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The catalogue in force: the one imported into the data folder, or the one octroi comes with where that is newer or
 * nothing was imported. The imported one's signature is checked each time it is opened, and a fault of it is never
 * passed over in favour of the other.
 * @throws what `openSignedCatalogue` throws, cli_file_unreadable
 */
export async function loadCatalogue(settings: Settings): Promise<Catalogue> {
  const shipped = openCatalogue(shippedData);
  const file = await readImported(settings);
  if (file === undefined) return shipped;
  const imported = openSignedCatalogue(file, settings.catalogue.keys);
  return isNewer(shipped.version, imported.version) ? shipped : imported;
}

/** Puts a signed catalogue, already checked and approved, in force for every command and start from now on. */
export async function installCatalogue(settings: Settings, file: string): Promise<void> {
  const path = importedPath(settings);
  const draft = `${path}.${process.pid}`;
  try {
    await mkdir(resolve(settings.data, 'catalogue'), { recursive: true });
    await writeFile(draft, file);
    await rename(draft, path);
  } catch (fault) {
    await rm(draft, { force: true });
    throw cliError('cli_file_unwritable', { file: path }, fault);
  }
}

function importedPath(settings: Settings): string {
  return join(resolve(settings.data), 'catalogue', 'imported.json');
}

/** The text of the catalogue that was imported, if one was. @throws cli_file_unreadable */
export async function readImported(settings: Settings): Promise<string | undefined> {
  const path = importedPath(settings);
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw cliError('cli_file_unreadable', { file: path }, fault);
  }
}
