import { describeCause } from '../../base/index.ts';
import { type GivenLog, importLog, type Importing } from './import-log.ts';

/** What reading logs tells an operator. Names of files and counts. */
export type LogsEvent =
  | { readonly kind: 'log_imported'; readonly log: string; readonly taken: number; readonly malformed: number }
  | { readonly kind: 'log_not_imported'; readonly log: string; readonly cause: string };

/** Where logs go that nobody waits for. `importing` is asked for with each: the catalogue in force. */
export type ImportDesk = { readonly importing: () => Importing; readonly tell: (event: LogsEvent) => void };

/** Imports a log that nobody waits for. Never rejects: what came of it is told. */
export async function tellImport({ importing, tell }: ImportDesk, log: GivenLog): Promise<void> {
  try {
    const { taken, malformed } = await importLog(importing(), log);
    if (taken + malformed > 0) tell({ kind: 'log_imported', log: log.name, taken, malformed });
  } catch (fault) {
    tell({ kind: 'log_not_imported', log: log.name, cause: describeCause(fault) });
  }
}
