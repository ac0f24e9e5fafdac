import { fileURLToPath } from 'node:url';
import type { Catalogue, ProbeRecord } from '../../catalogue/index.ts';
import {
  findClient,
  findClients,
  type InstalledClient,
  machineSet,
  type Mode,
  probeClient,
  type ProbedClient,
  type ProbeReport,
  profileSet,
  recordOf,
  requireIsolation,
  type SettingsSet,
  withVariables,
} from '../../endpoint/probe/index.ts';
import { cliText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { type ExitCode, exitCodes, type Invocation, type Options, type Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf } from '../options.ts';
import { integerOption, textOption, textsOption } from '../read-options.ts';
import { nameOfRun, printProbe } from '../probe/print-probe.ts';
import { readRecordedProbes, recordProbe } from '../probe/recorded-probes.ts';

const timeoutMs = 90_000;
const reviewDays = 90;
const dayMs = 24 * 3_600_000;
// The client asks the registry npm comes with: its home here has no configuration of npm's.
const npmRegistry = ['registry', 'npmjs', 'org'].join('.');
const inside = fileURLToPath(new URL('../probe/inside.ts', import.meta.url));

export const endpointProbe: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const chosen = chooseClients(invocation);
  const modes = modesOf(options);
  const catalogue = await loadCatalogue(await settingsOf(invocation));
  if (options['without-namespace'] !== true) await requireIsolation();
  const reports: ProbeReport[] = [];
  for (const installed of chosen) {
    const report = await probeOne(invocation, { installed, modes, catalogue });
    reports.push(report);
    if (!terminal.isJson) printProbe(terminal, report, installed.client.name);
    if (options['record'] === true) await keep(invocation, report);
  }
  if (terminal.isJson) terminal.print(JSON.stringify({ probes: reports }));
  return codeOf(reports);
};

function chooseClients({ options, words, terminal }: Invocation): readonly InstalledClient[] {
  const program = textOption(options, 'program');
  const profile = textOption(options, 'profile');
  // Only a namespace lets another /etc stand in the place of the machine's.
  if (profile !== undefined && options['without-namespace'] === true)
    throw cliError('cli_option_invalid', { option: '--profile', value: `--without-namespace --profile ${profile}` });
  if (options['all'] !== true) {
    if (words.length === 0) throw cliError('cli_option_missing', { option: 'CLIENT' });
    if (program !== undefined && words.length > 1)
      throw cliError('cli_option_invalid', { option: '--program', value: program });
    return words.map((word) => findClient(word, program));
  }
  // One program or profile is never every client's.
  for (const name of ['program', 'profile'])
    if (options[name] !== undefined)
      throw cliError('cli_option_invalid', { option: '--all', value: `--all --${name}` });
  if (words[0] !== undefined) throw cliError('cli_option_invalid', { option: '--all', value: `--all ${words[0]}` });
  const { here, absent } = findClients();
  for (const { name, command } of absent)
    terminal.remark(cliText(terminal.language, 'endpointProbe.absent', { name, command }));
  return here;
}

function modesOf(options: Options): readonly Mode[] {
  const value = textOption(options, 'mode');
  if (value === undefined) return ['one_shot', 'interactive'];
  if (value === 'one-shot') return ['one_shot'];
  if (value === 'interactive') return ['interactive'];
  throw cliError('cli_option_invalid', { option: '--mode', value });
}

type Wanted = { readonly installed: InstalledClient; readonly modes: readonly Mode[]; readonly catalogue: Catalogue };

async function probeOne(invocation: Invocation, { installed, modes, catalogue }: Wanted): Promise<ProbeReport> {
  const { options, terminal } = invocation;
  const { client } = installed;
  const now = new Date();
  const say = (key: string, args = {}): string => cliText(terminal.language, `endpointProbe.${key}`, args);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await probeClient({
      ...installed,
      settings: await judgedSettings(invocation, { client, catalogue, now }),
      modes,
      eachAlone: options['each-alone'] === true,
      records: await recordsOf(invocation, client, catalogue),
      against: { vendor: vendorOf(client, catalogue), catalogue, on: now, npmRegistry },
      laboratory: {
        inside,
        isIsolated: options['without-namespace'] !== true,
        now: () => new Date(),
        timeoutMs,
        lingerMs: integerOption(options, 'watch-seconds', 10) * 1_000,
        signal: stop.signal,
      },
      onStart: (run) => terminal.remark(say('running', { name: client.name, ...nameOfRun(run, say) })),
    });
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

function vendorOf({ id }: ProbedClient, catalogue: Catalogue): string {
  return catalogue.clients().find((client) => client.id === id)?.vendor ?? '';
}

type Judged = { readonly client: ProbedClient; readonly catalogue: Catalogue; readonly now: Date };

async function judgedSettings({ options }: Invocation, { client, catalogue, now }: Judged): Promise<SettingsSet> {
  const profile = textOption(options, 'profile');
  const known = (catalogue.client(client.id, now)?.variables ?? []).map(({ name }) => name);
  const set = profile === undefined ? await machineSet(client, { now, known }) : profileSet(client, profile);
  return withVariables(set, Object.fromEntries(textsOption(options, 'set').map(assignment)));
}

function assignment(text: string): readonly [string, string] {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw cliError('cli_option_invalid', { option: '--set', value: text });
  return [name, value];
}

// What was recorded here goes before what octroi comes with: it is the newer measurement.
async function recordsOf(
  invocation: Invocation,
  { id }: ProbedClient,
  catalogue: Catalogue,
): Promise<readonly ProbeRecord[]> {
  const here = await readRecordedProbes(await settingsOf(invocation));
  const shipped = catalogue.clients().find((client) => client.id === id)?.probes ?? [];
  return [...here.filter(({ client }) => client === id).map(({ record }) => record), ...shipped];
}

async function keep(invocation: Invocation, report: ProbeReport): Promise<void> {
  const { terminal } = invocation;
  const record: ProbeRecord = {
    version: report.version,
    runs: recordOf(report.runs),
    source: 'measured-here',
    confidence: report.guarantee === 'namespace' ? 'high' : 'low',
    validFrom: report.probedAt.slice(0, 10),
    startIsUnknown: true,
    reviewBy: new Date(Date.parse(report.probedAt) + reviewDays * dayMs).toISOString().slice(0, 10),
  };
  const path = await recordProbe(await settingsOf(invocation), { report, record });
  terminal.remark(cliText(terminal.language, 'endpointProbe.recorded', { path }));
}

// A version that does other things than its record says must be looked at, whatever the settings leave of it.
function codeOf(reports: readonly ProbeReport[]): ExitCode {
  const differs = reports.some(
    ({ comparison }) => comparison.isSameVersion && comparison.modes.some(({ added }) => added.length > 0),
  );
  if (differs || reports.some(({ verdict }) => verdict === 'speaks')) return exitCodes.refused;
  return reports.every(({ verdict }) => verdict === 'quiet') ? exitCodes.done : exitCodes.place;
}
