import { setTimeout as delay } from 'node:timers/promises';
import { describeCause, OctroiError } from '../../base/index.ts';
import {
  bundleIn,
  deliver,
  deviceFolder,
  enrolHere,
  enrolledIdentity,
  installedKeys,
  makeReport,
  queueReport,
  type Requirements,
  scanEndpoint,
  serviceFiles,
  serviceKinds,
  systemHere,
  takeBundle,
} from '../../endpoint/index.ts';
import { cliText, errorText } from '../../messages/index.ts';
import type { Invocation, Options, Run } from '../command.ts';
import { type AskedBy, requirementsOf } from '../endpoint/asked-requirements.ts';
import { bundleSource, requirementsIn } from '../endpoint/bundle-source.ts';
import { gatewayOption } from '../endpoint/gateway-option.ts';
import { scanOptionsOf, secretFinder } from '../endpoint/scan-options.ts';
import { cliError } from '../errors.ts';
import { integerOption, requiredOption, textOption } from '../read-options.ts';
import { version } from '../version.ts';

const usualMinutes = 60;
const mostMinutes = 1_440;

/** `endpoint enrol`: once, with a one-time code. */
export const endpointEnrol: Run = async ({ options, terminal }) => {
  const folder = folderOf(options);
  const gateway = gatewayOption(options);
  const code = requiredOption(options, 'code');
  const again = options['again'] === true;
  const { name, deviceId } = await enrolHere({
    folder,
    gateway,
    code,
    again,
    language: terminal.language,
    system: systemHere(),
  });
  if (terminal.isJson) terminal.print(JSON.stringify({ deviceId, name, folder }));
  else terminal.remark(cliText(terminal.language, 'endpointEnrol.done', { name, folder }));
};

/** `endpoint report`: looks at this workstation, signs what it found, and sends it with whatever waits. */
export function endpointReport(askedBy?: AskedBy): Run {
  return async (invocation) => {
    const every = minutesOf(invocation.options);
    enrolledIdentity(folderOf(invocation.options));
    if (invocation.options['watch'] === true) await watch(invocation, askedBy, every);
    else await reportOnce(invocation, askedBy);
  };
}

// A report that waits is safe: for whoever runs this every hour nothing is wrong.
async function reportOnce(invocation: Invocation, askedBy: AskedBy | undefined): Promise<void> {
  const { options, terminal } = invocation;
  const folder = folderOf(options);
  const requirements = await requirementsHere(invocation, askedBy);
  const scan = await scanEndpoint({ ...scanOptionsOf(invocation), requirements });
  const findSecrets = secretFinder();
  const bundle = bundleIn(folder, new Date());
  queueReport(folder, (identity) => makeReport(scan, { identity, program: version, bundle, findSecrets }));
  const { bundle: handed, ...delivery } = await deliver(folder, terminal.language);
  const { sent, waiting, cause = '' } = delivery;
  const policyVersion = handed === undefined ? undefined : takeBundle(folder, handed, new Date());
  if (terminal.isJson)
    terminal.print(
      JSON.stringify({ summary: scan.counts, ...delivery, ...(policyVersion === undefined ? {} : { policyVersion }) }),
    );
  else if (waiting.length === 0)
    terminal.remark(cliText(terminal.language, 'endpointReport.sent', { count: sent.length }));
  else terminal.remark(cliText(terminal.language, 'endpointReport.waiting', { count: waiting.length, cause }));
  if (policyVersion !== undefined && !terminal.isJson)
    terminal.remark(cliText(terminal.language, 'endpointReport.bundle', { version: policyVersion.slice(0, 12) }));
}

// What a fix installed here is what is asked here, until a command line says otherwise.
async function requirementsHere(invocation: Invocation, askedBy: AskedBy | undefined): Promise<Requirements> {
  const { options } = invocation;
  const isNamed = options['bundle'] !== undefined || options['policy'] !== undefined;
  if (isNamed || installedKeys(deviceFolder()).length === 0) return requirementsOf(invocation, askedBy);
  return requirementsIn((await bundleSource(invocation, undefined)).bundle);
}

/*
 * Goes on until it is asked to end. What one round cannot do is told and tried again in the next: a watch that ended
 * would be a workstation that is silent.
 */
async function watch(invocation: Invocation, askedBy: AskedBy | undefined, every: number): Promise<void> {
  const { terminal } = invocation;
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.abort());
  while (!asked.signal.aborted) {
    await reportOnce(invocation, askedBy).catch((fault: unknown) => {
      if (!(fault instanceof OctroiError)) return terminal.remark(`octroi: ${describeCause(fault)}`);
      const { text, hint } = errorText(terminal.language, fault.code, fault.args);
      return terminal.remark(`octroi: ${text} ${hint} [${fault.code}]`);
    });
    // A tenth early or late, so that a fleet that was switched on together does not report together.
    const pauseMs = every * 60_000 * (0.9 + Math.random() * 0.2);
    await delay(pauseMs, undefined, { signal: asked.signal }).catch(() => undefined);
  }
}

/** `endpoint service`: the files by which the system reports by itself. */
export const endpointService: Run = async ({ options, terminal }) => {
  const print = requiredOption(options, 'print');
  const kind = serviceKinds.find((name) => name === print);
  if (!kind) throw cliError('cli_option_invalid', { option: '--print', value: print });
  const program = textOption(options, 'program');
  const command = [...(program === undefined ? ownProgram() : [program]), 'endpoint', 'report', '--all-users'];
  const files = serviceFiles(kind, { command, everyMinutes: minutesOf(options) });
  if (terminal.isJson) return terminal.print(JSON.stringify(files));
  for (const { name, text } of files) {
    terminal.remark(cliText(terminal.language, 'endpointService.file', { name }));
    terminal.emit(text);
  }
};

// A single executable is its own program; anything else is Node and the file it runs.
function ownProgram(): readonly string[] {
  const [node = process.execPath, file] = process.argv;
  return file === undefined || file === node ? [node] : [process.execPath, file];
}

function folderOf(options: Options): string {
  return textOption(options, 'state') ?? deviceFolder();
}

function minutesOf(options: Options): number {
  const minutes = integerOption(options, 'every', usualMinutes);
  if (minutes < 5 || minutes > mostMinutes)
    throw cliError('cli_option_invalid', { option: '--every', value: String(minutes) });
  return minutes;
}
