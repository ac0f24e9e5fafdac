import { readFileSync, writeFileSync } from 'node:fs';
import { type KeyObject } from 'node:crypto';
import { readSigningKey, signEnvelope } from '../../base/signed-envelope.ts';
import { defaultRequirements, preparePurge, type Purged } from '../../endpoint/index.ts';
import { cliText } from '../../messages/index.ts';
import { type ExitCode, exitCodes, type Invocation, type Run } from '../command.ts';
import { bundleSource } from '../endpoint/bundle-source.ts';
import { scanOptionsOf } from '../endpoint/scan-options.ts';
import { cliError } from '../errors.ts';
import { printTable } from '../print-table.ts';
import { integerOption, textOption } from '../read-options.ts';

const type = 'application/vnd.octroi.purge-certificate+json';
const mostDays = 3_650;

/** `endpoint purge --traces`: says what would go; with --confirm it goes, and a certificate says what went. */
export const endpointPurge: Run = async (invocation) => {
  const { options, terminal } = invocation;
  if (options['traces'] !== true) throw cliError('cli_option_missing', { option: '--traces' });
  const isReal = options['confirm'] === true;
  const certificate = textOption(options, 'certificate');
  if (!isReal && certificate !== undefined) throw cliError('cli_option_missing', { option: '--confirm' });
  const key = signingKey(textOption(options, 'signing-key'));
  const days = await daysOf(invocation);
  const scan = scanOptionsOf(invocation);
  const prepared = await preparePurge({ scan, days });
  const purged = isReal ? prepared.apply() : prepared.purged;
  const said = certificateOf({ purged, before: prepared.before, days, at: scan.now });
  if (isReal) give(invocation, { text: signedText(said, key), file: certificate });
  else if (terminal.isJson) terminal.print(JSON.stringify({ isPurged: false, ...said }));
  if (!terminal.isJson) tell(invocation, purged, isReal);
  if (isReal && !key) terminal.remark(cliText(terminal.language, 'endpointPurge.unsigned', {}));
  return codeOf(prepared.purged, purged, isReal);
};

// As for a plan: 1 where something is left to be done.
function codeOf(planned: readonly Purged[], purged: readonly Purged[], isReal: boolean): ExitCode {
  const isOpen = isReal ? purged.length < planned.length : planned.length > 0;
  return isOpen ? exitCodes.refused : exitCodes.done;
}

async function daysOf(invocation: Invocation): Promise<number> {
  const { options } = invocation;
  const isBundled = options['bundle'] !== undefined;
  const asked = isBundled ? (await bundleSource(invocation, undefined)).bundle.requirements : defaultRequirements;
  const days = integerOption(options, 'days', asked.maxCleanupDays);
  if (days < 1 || days > mostDays) throw cliError('cli_option_invalid', { option: '--days', value: String(days) });
  return days;
}

function signingKey(file: string | undefined): KeyObject | undefined {
  if (file === undefined) return undefined;
  try {
    return readSigningKey(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}

type Certified = {
  readonly purged: readonly Purged[];
  readonly before: string;
  readonly days: number;
  readonly at: Date;
};

function certificateOf({ purged, before, days, at }: Certified) {
  const bytes = purged.reduce((sum, one) => sum + one.bytes, 0);
  return {
    schema: 'octroi.endpoint.purge/1',
    purgedAt: at.toISOString(),
    days,
    before,
    files: purged.length,
    bytes,
    purged,
  };
}

function signedText(said: ReturnType<typeof certificateOf>, key: KeyObject | undefined): string {
  const text = JSON.stringify(said);
  return key ? signEnvelope(Buffer.from(text), { type, key }) : `${text}\n`;
}

function give(
  { terminal }: Invocation,
  { text, file }: { readonly text: string; readonly file: string | undefined },
): void {
  if (file === undefined) return terminal.emit(text);
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (fault) {
    // What is gone is gone: its certificate must not be lost with it.
    terminal.emit(text);
    throw cliError('cli_file_unwritable', { file }, fault);
  }
}

function tell({ terminal }: Invocation, purged: readonly Purged[], isReal: boolean): void {
  const { language } = terminal;
  const sums = new Map<string, { readonly person: string; readonly kind: string; files: number; bytes: number }>();
  for (const { person, kind, bytes } of purged) {
    const sum = sums.get(`${person}\0${kind}`) ?? { person, kind, files: 0, bytes: 0 };
    sums.set(`${person}\0${kind}`, { ...sum, files: sum.files + 1, bytes: sum.bytes + bytes });
  }
  const rows = [...sums.values()].map(({ person, kind, files, bytes }) => [person, kind, String(files), String(bytes)]);
  // With --confirm, standard output is the certificate's.
  if (!isReal && rows.length > 0) printTable(terminal, cliText(language, 'endpointPurge.columns', {}).split('|'), rows);
  const bytes = purged.reduce((sum, one) => sum + one.bytes, 0);
  const text = isReal ? 'endpointPurge.done' : 'endpointPurge.planned';
  terminal.remark(cliText(language, text, { count: purged.length, bytes }));
}
