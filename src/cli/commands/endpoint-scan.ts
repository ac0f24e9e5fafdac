import { userInfo } from 'node:os';
import {
  compareLive,
  type LiveComparison,
  type Scan,
  scanEndpoint,
  type ScanView,
  toHtml,
  toJamf,
  toJunit,
  toLine,
  toSarif,
  viewOf,
} from '../../endpoint/index.ts';
import { cliText, endpointState, type Language } from '../../messages/index.ts';
import { type ExitCode, exitCodes, type Options, type Run, type Terminal } from '../command.ts';
import { type AskedBy, requirementsOf } from '../endpoint/asked-requirements.ts';
import { scanOptionsOf } from '../endpoint/scan-options.ts';
import { cliError } from '../errors.ts';
import { printTable } from '../print-table.ts';
import { version } from '../version.ts';

const formats = ['json', 'sarif', 'junit', 'html', 'intune', 'jamf'] as const;

/** `endpoint scan`, with what reads a policy's folder. */
export function endpointScan(askedBy?: AskedBy): Run {
  return async (invocation) => {
    const { options, terminal } = invocation;
    const format = formatOf(options);
    const requirements = await requirementsOf(invocation, askedBy);
    const scanned = await scanEndpoint({ ...scanOptionsOf(invocation), requirements });
    const view: ScanView = {
      ...viewOf(scanned, terminal.language),
      ...(options['live'] ? { live: await liveOf(scanned) } : {}),
    };
    print(view, { terminal, format });
    return codeOf(view, format);
  };
}

type Format = (typeof formats)[number] | 'text';

function formatOf(options: Options): Format {
  const asked = formats.filter((name) => options[name] === true);
  if (asked.length > 1)
    throw cliError('cli_option_invalid', { option: `--${asked[1]}`, value: `--${asked[0]} --${asked[1]}` });
  return asked[0] ?? 'text';
}

async function liveOf(scanned: Scan): Promise<readonly LiveComparison[]> {
  const { username, homedir, shell } = userInfo();
  return shell ? compareLive({ shell, home: homedir, user: username, sessions: scanned.sessions }) : [];
}

function print(view: ScanView, { terminal, format }: { terminal: Terminal; format: Format }): void {
  if (format === 'json') return terminal.print(JSON.stringify(view));
  if (format === 'sarif') return terminal.print(toSarif(view, version));
  if (format === 'junit') return terminal.print(toJunit(view));
  if (format === 'html') return terminal.print(toHtml(view, terminal.language));
  if (format === 'intune') return terminal.print(toLine(view));
  if (format === 'jamf') return terminal.print(toJamf(view));
  printTable(
    terminal,
    cliText(terminal.language, 'endpointScan.columns', {}).split('|'),
    rowsOf(view, terminal.language),
  );
  for (const one of (view.live ?? []).filter(({ agrees }) => !agrees))
    terminal.print(
      cliText(terminal.language, 'endpointScan.differs', {
        session: one.session,
        variable: one.variable,
        scanned: one.scanned,
        real: one.real,
      }),
    );
  return terminal.remark(
    cliText(terminal.language, 'endpointScan.counts', {
      met: view.summary.met,
      notMet: view.summary.not_met,
      unknown: view.summary.unknown,
    }),
  );
}

function rowsOf(view: ScanView, language: Language): readonly (readonly string[])[] {
  return view.verdicts
    .filter(({ state }) => state !== 'met')
    .map(({ person, control, state, file, line, why }) => [
      person,
      control,
      endpointState(language, state),
      file === null ? '–' : `${file}:${line ?? 1}`,
      why,
    ]);
}

// Intune repairs on 1 and on nothing else; Jamf takes any other code than 0 for a failed script.
function codeOf({ summary }: ScanView, format: Format): ExitCode {
  if (format === 'jamf') return exitCodes.done;
  if (summary.not_met > 0) return exitCodes.refused;
  if (summary.unknown > 0) return format === 'intune' ? exitCodes.refused : exitCodes.place;
  return exitCodes.done;
}
