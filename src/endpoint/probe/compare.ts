import type { ProbeRecord } from '../../catalogue/index.ts';
import type { Mode } from './run-once.ts';
import { type Against, type Comparison, describedPath, matches, type RunReport, type Silenced } from './report.ts';

/** Sets what was seen with nothing set beside the record of that version, or of the newest one there is. */
export function compareWithRecord(
  { version, runs }: { readonly version: string; readonly runs: readonly RunReport[] },
  records: readonly ProbeRecord[],
  { catalogue, on, npmRegistry }: Against,
): Comparison {
  const record = records.find((one) => one.version === version) ?? newestOf(records);
  const bare = runs.filter(({ settings }) => settings === 'none');
  const hosts = new Set(
    runs
      .flatMap(({ attempts }) => attempts)
      .filter(({ bearing }) => bearing !== 'gateway')
      .map(({ host }) => host),
  );
  return {
    recorded: record?.version ?? null,
    isSameVersion: record?.version === version,
    modes: bare.flatMap(({ mode, attempts }) => {
      const reached = record?.runs.find((run) => run.mode === mode)?.reached;
      return reached === undefined
        ? []
        : [
            {
              mode,
              ...differences(
                attempts.map(({ line }) => line),
                reached,
              ),
            },
          ];
    }),
    unknownHosts: [...hosts].filter(
      (host) => host !== 'npm-registry' && catalogue.hostsNamed(host, on, { npmRegistry }).length === 0,
    ),
  };
}

// A record that says no more than that a host was connected to is met by whatever was asked of it.
function differences(seen: readonly string[], recorded: readonly string[]) {
  const isMet = (record: string, line: string): boolean =>
    record.startsWith('CONNECT ')
      ? hostOf(line) === hostOf(record) && !line.startsWith('NAME ')
      : matchesLine(record, line);
  return {
    missing: recorded.filter((record) => !seen.some((line) => isMet(record, line))),
    added: [...new Set(seen)].filter((line) => !recorded.some((record) => isMet(record, line))),
  };
}

function matchesLine(record: string, line: string): boolean {
  const [method, host, path] = record.split(' ');
  const [seenMethod, seenHost, seenPath] = line.split(' ');
  return method === seenMethod && host === seenHost && matches(path ?? '', seenPath ?? '');
}

function hostOf(line: string): string {
  return line.split(' ')[1] ?? '';
}

function newestOf(records: readonly ProbeRecord[]): ProbeRecord | undefined {
  return records.toSorted((one, other) => other.version.localeCompare(one.version, 'en', { numeric: true }))[0];
}

/**
 * What was reached for with nothing set and no longer with the settings, and which of them silenced it: by runs with each
 * variable alone where there were any, or by what the catalogue says stops it.
 */
export function whatWasSilenced(
  runs: readonly RunReport[],
  names: readonly string[],
  against: Against,
): readonly Silenced[] {
  const alone = runs.filter(({ settings }) => settings === 'variable');
  return runs
    .filter(({ settings }) => settings === 'none')
    .flatMap((bare) => {
      const quieted = runs.find(
        ({ settings, mode }) => (settings === 'machine' || settings === 'profile') && mode === bare.mode,
      );
      // A client that did not come as far may only not have got there.
      if (quieted?.reached !== 'answered') return [];
      const still = new Set(quieted.attempts.map(({ line }) => line));
      return bare.attempts
        .filter(({ line }) => !still.has(line))
        .map((attempt) => ({
          mode: bare.mode,
          line: attempt.line,
          ...silencerOf(attempt, { mode: bare.mode, alone, names, against }),
        }));
    });
}

type Clues = {
  readonly mode: Mode;
  readonly alone: readonly RunReport[];
  readonly names: readonly string[];
  readonly against: Against;
};

function silencerOf(
  { line, host, method, path }: RunReport['attempts'][number],
  { mode, alone, names, against }: Clues,
): Pick<Silenced, 'by' | 'basis'> {
  const measured = alone.filter(
    (run) => run.mode === mode && run.reached === 'answered' && !run.attempts.some((other) => other.line === line),
  );
  if (measured.length > 0) return { by: measured.flatMap(({ variable }) => variable ?? []), basis: 'measured' };
  const [known] = against.catalogue.hostsNamed(host, against.on, { npmRegistry: against.npmRegistry });
  const stoppers = describedPath(known, method, path)?.stoppedBy ?? [];
  const by = stoppers.filter((name) => names.includes(name));
  return by.length > 0 ? { by, basis: 'catalogue' } : { by: [], basis: 'unknown' };
}

/** What was seen with nothing set, in the form the catalogue keeps it. */
export function recordOf(runs: readonly RunReport[]): ProbeRecord['runs'] {
  return runs
    .filter(({ settings }) => settings === 'none')
    .map(({ mode, attempts }) => ({ mode, reached: [...new Set(attempts.map(({ line }) => line))].toSorted() }));
}
