import type { ProbeReport, RunReport } from '../../endpoint/probe/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Terminal } from '../command.ts';
import { printTable } from '../print-table.ts';

type Say = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/** Prints a probe for people: what was reached for, what was silenced by what, and how it compares. */
export function printProbe(terminal: Terminal, report: ProbeReport, name: string): void {
  const say: Say = (key, args = {}) => cliText(terminal.language, `endpointProbe.${key}`, args);
  const { version, program, guarantee, runs, verdict } = report;
  terminal.print(say('head', { name, version, program }));
  terminal.print(`${say(`guarantee.${guarantee}`)}\n`);
  printTable(
    terminal,
    say('columns').split('|'),
    // Those with one variable alone say what silences what; they stand in the JSON.
    runs.filter(({ settings }) => settings !== 'variable').flatMap((run) => rowsOf(run, say)),
  );
  terminal.print('');
  for (const line of runs.flatMap((run) => remarksOn(run, say))) terminal.print(line);
  printSilenced(terminal, report, say);
  printComparison(terminal, report, say);
  terminal.print(`\n${say(`verdict.${verdict}`, { name, version })}`);
}

/** How a run is called: its settings and its mode. */
export function nameOfRun({ settings, variable, mode }: Pick<RunReport, 'settings' | 'variable' | 'mode'>, say: Say) {
  const named = say(`settings.${settings}`);
  return { settings: variable === undefined ? named : `${named} ${variable}`, mode: say(`mode.${mode}`) };
}

function rowsOf(run: RunReport, say: Say): readonly (readonly string[])[] {
  const { settings, mode } = nameOfRun(run, say);
  if (run.attempts.length === 0) return [[settings, mode, '', say('nothing'), '0', '', '']];
  return run.attempts.map(({ bearing, line, count, way, credentials }) => [
    settings,
    mode,
    say(`bearing.${bearing}`),
    line,
    String(count),
    say(`way.${way}`),
    credentials.join(', ') || '–',
  ]);
}

function remarksOn(run: RunReport, say: Say): readonly string[] {
  const named = nameOfRun(run, say);
  const { refused = 0, datagrams = 0 } = run.unseen ?? {};
  const shown =
    run.shown
      .split('\n')
      .findLast((line) => /\w{3}/.test(line))
      ?.trim()
      .slice(0, 300) ?? '–';
  return [
    ...(run.settings === 'variable' && run.reached === 'answered'
      ? []
      : [say(`reached.${run.reached}`, { ...named, shown })]),
    ...(refused + datagrams > 0 ? [say('unseen', { ...named, refused, datagrams })] : []),
    ...(run.leftBehind.length > 0 ? [say('leftBehind', { ...named, programs: run.leftBehind.join('; ') })] : []),
  ];
}

function printSilenced(terminal: Terminal, { silenced }: ProbeReport, say: Say): void {
  if (silenced.length === 0) return;
  terminal.print('');
  const rows = silenced.map(({ mode, line, by, basis }) => [
    say(`mode.${mode}`),
    line,
    by.join(', ') || '–',
    say(`basis.${basis}`),
  ]);
  printTable(terminal, say('silenced').split('|'), rows);
}

function printComparison(terminal: Terminal, { comparison }: ProbeReport, say: Say): void {
  const { recorded, isSameVersion, modes, unknownHosts } = comparison;
  terminal.print('');
  const count = (kind: 'missing' | 'added'): number => modes.reduce((sum, one) => sum + one[kind].length, 0);
  if (recorded === null) terminal.print(say('noRecord'));
  else {
    const args = { version: recorded, missing: count('missing'), added: count('added') };
    terminal.print(say(isSameVersion ? 'same' : 'other', args));
  }
  for (const kind of ['missing', 'added'] as const)
    for (const one of modes)
      for (const line of one[kind]) terminal.print(say(kind, { mode: say(`mode.${one.mode}`), line }));
  if (unknownHosts.length > 0) terminal.print(say('unknownHosts', { hosts: unknownHosts.join(', ') }));
}
