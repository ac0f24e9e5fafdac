import type { ProbeRecord } from '../../catalogue/index.ts';
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

function differences(seen: readonly string[], recorded: readonly string[]) {
  return {
    missing: recorded.filter((record) => !seen.some((line) => isMet(record, line))),
    added: [...new Set(seen)].filter(
      (line) => !recorded.some((record) => isMet(record, line) || isFollowedBy(record, line)),
    ),
  };
}

// A record that says no more than that a host was connected to is met by whatever was asked of it.
function isMet(record: string, line: string): boolean {
  if (!record.startsWith('CONNECT ')) return matchesLine(record, line);
  return hostOf(line) === hostOf(record) && !line.startsWith('NAME ');
}

// Where a name was asked for and no address was given, the connection that follows here could not be seen.
function isFollowedBy(record: string, line: string): boolean {
  return (
    record.startsWith('NAME ') && line.startsWith('CONNECT ') && hostOf(line).replace(/:\d+$/, '') === hostOf(record)
  );
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
export function whatWasSilenced(runs: readonly RunReport[], set: NamedSettings, against: Against): readonly Silenced[] {
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
          ...silencerOf(attempt, { quieted, alone, set, against }),
        }));
    });
}

/** The settings that were in force, and which variables say where the client's gateway is. */
export type NamedSettings = { readonly names: readonly string[]; readonly gatewayVariables: readonly string[] };

type Clues = {
  readonly quieted: RunReport;
  readonly alone: readonly RunReport[];
  readonly set: NamedSettings;
  readonly against: Against;
};

function silencerOf(
  { line, host, method, path }: RunReport['attempts'][number],
  { quieted, alone, set: { names, gatewayVariables }, against }: Clues,
): Pick<Silenced, 'by' | 'basis'> {
  const measured = alone.filter(
    (run) =>
      run.mode === quieted.mode && run.reached === 'answered' && !run.attempts.some((other) => other.line === line),
  );
  if (measured.length > 0) return { by: measured.flatMap(({ variable }) => variable ?? []), basis: 'measured' };
  const isMoved = quieted.attempts.some(
    (other) => other.bearing === 'gateway' && other.method === method && other.path === path,
  );
  if (isMoved) return { by: gatewayVariables.filter((name) => names.includes(name)), basis: 'measured' };
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
