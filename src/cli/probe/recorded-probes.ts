import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseProbeRecord, type ProbeRecord } from '../../catalogue/index.ts';
import type { ProbeReport } from '../../endpoint/probe/index.ts';
import { cliError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';

/** A record this machine made, of the client it names. */
export type RecordedProbe = { readonly client: string; readonly record: ProbeRecord };

/** Every record in the data folder, in the order of the file names. @throws cli_file_unreadable */
export async function readRecordedProbes(settings: Settings): Promise<readonly RecordedProbe[]> {
  const folder = folderOf(settings);
  const names = await readdir(folder).catch(() => []); // Nothing was recorded yet.
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => readOne(join(folder, name))),
  );
}

/** Writes a record beside the catalogue, in place of an earlier one of the same version. @returns its path */
export async function recordProbe(
  settings: Settings,
  { report, record }: { readonly report: ProbeReport; readonly record: ProbeRecord },
): Promise<string> {
  const folder = folderOf(settings);
  const path = join(folder, `${report.client}-${record.version.replace(/[^\w.-]/g, '_')}.json`);
  // What the client showed may quote what stands in this machine's settings.
  const runs = report.runs.map((run) => ({ ...run, shown: '' }));
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.${process.pid}`, `${JSON.stringify({ ...report, runs, record }, undefined, 2)}\n`);
    await rename(`${path}.${process.pid}`, path);
    return path;
  } catch (fault) {
    throw cliError('cli_file_unwritable', { file: path }, fault);
  }
}

async function readOne(path: string): Promise<RecordedProbe> {
  try {
    const file = JSON.parse(await readFile(path, 'utf8')) as { client: unknown; record: unknown };
    return { client: String(file.client), record: parseProbeRecord(file.record) };
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file: path }, fault);
  }
}

function folderOf({ data }: Settings): string {
  return join(resolve(data), 'catalogue', 'probes');
}
