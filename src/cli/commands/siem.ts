import { setTimeout as delay } from 'node:timers/promises';
import { placeSince } from '../../ledger/index.ts';
import { cliText } from '../../messages/index.ts';
import { type OcsfEvent, readEvents, shownAddress, type SinkState, sinkStates, toCef } from '../../siem/index.ts';
import { type ExitCode, exitCodes, type Options, type Run, type Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { instantOption, textOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import { makeSequencer } from '../run-log.ts';
import type { Settings } from '../settings/settings.ts';
import { eventSource } from '../siem/run-siem.ts';
import { version } from '../version.ts';

const followEveryMs = 1_000;

export const siemExport: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const since = instantOption(options, 'since');
  const write = formatOption(options);
  const isFollowing = options['follow'] === true;
  const stop = new AbortController();
  if (isFollowing) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  await withInstallation(invocation, async (installation) => {
    const { tenancy, tenant } = installation;
    const source = eventSource(installation, version);
    // What was recorded a moment ago and waits is logged first.
    const sequencer = makeSequencer(installation, () => {});
    await sequencer.round();
    let from = since === undefined ? 0 : await placeSince(tenancy, tenant.id, since);
    while (!stop.signal.aborted) {
      const { events, next, missing } = await readEvents(source, tenant.id, from);
      for (const event of events) terminal.emit(`${write(event)}\n`);
      if (missing > 0) terminal.remark(cliText(terminal.language, 'siemExport.missing', { count: missing }));
      if (next === from && !isFollowing) return;
      if (next === from) {
        await delay(followEveryMs, undefined, { signal: stop.signal }).catch(() => {}); // Ctrl-C ends the pause.
        await sequencer.round();
      }
      from = next;
    }
  });
};

/** @throws cli_option_invalid */
function formatOption(options: Options): (event: OcsfEvent) => string {
  const value = textOption(options, 'format') ?? 'ocsf';
  if (value === 'cef') return toCef;
  if (value === 'ocsf') return (event) => JSON.stringify(event);
  throw cliError('cli_option_invalid', { option: '--format', value });
}

export const siemStatus: Run = async (invocation): Promise<ExitCode> =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { terminal } = invocation;
    const states = await sinkStates(tenancy, tenant.id);
    const receivers = receiversOf(settings, states);
    if (terminal.isJson) terminal.print(JSON.stringify({ receivers }));
    else if (receivers.length === 0) terminal.remark(cliText(terminal.language, 'siemStatus.none', {}));
    else printReceivers(terminal, receivers);
    return receivers.some(({ state }) => state === 'failing') ? exitCodes.refused : exitCodes.done;
  });

type Receiver = Partial<SinkState> & {
  readonly sink: string;
  readonly address: string;
  readonly state: 'failing' | 'behind' | 'upToDate' | 'waiting' | 'removed';
};

// Those that are set, whether or not they have begun, and those that once were.
function receiversOf({ siem }: Settings, states: readonly SinkState[]): readonly Receiver[] {
  const set = { file: siem.file, otlp: siem.otlp && shownAddress(siem.otlp), syslog: siem.syslog };
  const begun = states.map((state): Receiver => {
    const address = Object.entries(set).find(([sink]) => sink === state.sink)?.[1] ?? '';
    return { ...state, address, state: stateOf(state, address) };
  });
  const known = new Set(states.map(({ sink }) => sink));
  const notBegun = Object.entries(set).flatMap(([sink, address]): readonly Receiver[] =>
    address === '' || known.has(sink) ? [] : [{ sink, address, state: 'waiting' }],
  );
  return [...begun, ...notBegun];
}

function stateOf({ failingSince, waiting }: Pick<SinkState, 'failingSince' | 'waiting'>, address: string) {
  if (address === '') return 'removed';
  if (failingSince !== undefined) return 'failing';
  return waiting === 0 ? 'upToDate' : 'behind';
}

function printReceivers(terminal: Terminal, receivers: readonly Receiver[]): void {
  const { language } = terminal;
  const rows = receivers.map(({ sink, address, state, waiting, sent, sentAt, failingSince = '', fault = '' }) => [
    sink,
    address,
    cliText(language, `siemStatus.state.${state}`, { since: failingSince }),
    String(waiting ?? ''),
    String(sent ?? ''),
    sentAt ?? '',
    fault,
  ]);
  printTable(terminal, cliText(language, 'siemStatus.columns', {}).split('|'), rows);
}
