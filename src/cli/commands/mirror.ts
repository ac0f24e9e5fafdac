import { cliText } from '../../messages/index.ts';
import type { CalendarEntry, Mirror, Untold } from '../../retention/index.ts';
import { valueWord } from '../catalogue/words.ts';
import type { Run, Terminal } from '../command.ts';
import { readMirror } from '../mirror/read-mirror.ts';
import { withInstallation } from '../options.ts';
import { dayOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';

export const mirror: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const { terminal, options } = invocation;
    const on = (dayOption(options, 'on') ?? new Date()).toISOString().slice(0, 10);
    const found = await readMirror(invocation, installation, on);
    if (terminal.isJson) return terminal.print(JSON.stringify(found));
    terminal.print(`${say(terminal, 'mirror.head', { on })}\n`);
    if (found.entries.length === 0) terminal.print(say(terminal, 'mirror.nothing'));
    else {
      showHeld(terminal, found.entries);
      terminal.print('');
      showCalendar(terminal, found.entries);
    }
    showUntold(terminal, found);
  });

type Line = {
  readonly entry: CalendarEntry;
  readonly label: string;
  bytes: number;
  count: number;
  readonly dues: string[];
};

// What lies there now: a line for each contract, class and label, whatever day it is due.
function showHeld(terminal: Terminal, entries: readonly CalendarEntry[]): void {
  const lines = new Map<string, Line>();
  for (const entry of entries)
    for (const { label, bytes } of volumesOf(terminal, entry)) {
      const key = JSON.stringify([entry.contract, entry.class, entry.isPossible, label]);
      const line = lines.get(key) ?? { entry, label, bytes: 0, count: 0, dues: [] };
      line.bytes += bytes;
      line.count += entry.count;
      line.dues.push(dueText(terminal, entry));
      lines.set(key, line);
    }
  const rows = [...lines.values()].map(({ entry, label, bytes, count, dues }) => [
    contractText(terminal, entry),
    classText(terminal, entry),
    label,
    bytesText(terminal, bytes),
    String(count),
    dues[0] ?? '',
    dues.at(-1) ?? '',
  ]);
  printTable(terminal, say(terminal, 'mirror.columns').split('|'), rows);
}

// Day by day: what goes, and how much there is of it.
function showCalendar(terminal: Terminal, entries: readonly CalendarEntry[]): void {
  const days = Map.groupBy(entries, (entry) => JSON.stringify([dueText(terminal, entry), classText(terminal, entry)]));
  const rows = [...days].map(([key, own]) => {
    const [due = '', of = ''] = JSON.parse(key) as readonly string[];
    const bytes = own.flatMap((entry) => volumesOf(terminal, entry)).reduce((sum, volume) => sum + volume.bytes, 0);
    return [due, of, bytesText(terminal, bytes), String(own.reduce((sum, { count }) => sum + count, 0))];
  });
  printTable(terminal, say(terminal, 'mirror.calendarColumns').split('|'), rows);
}

function showUntold(terminal: Terminal, { untold }: Mirror): void {
  if (untold.length === 0) return;
  terminal.print(`\n${say(terminal, 'mirror.untold')}`);
  for (const each of untold) {
    terminal.print(`- ${untoldText(terminal, each)}`);
    for (const fact of each.facts)
      terminal.print(`    ${fact.feature ?? fact.criterion}: ${valueWord(terminal, fact)} [${fact.id}]`);
  }
}

function untoldText(terminal: Terminal, { kind, holder, since = '' }: Untold): string {
  return say(terminal, `mirror.untold.${kind}`, { contract: holder?.contract ?? '', since });
}

function volumesOf(terminal: Terminal, { labels, answerBytes }: CalendarEntry): { label: string; bytes: number }[] {
  return [
    ...labels.map(({ label, bytes }) => ({ label: label ?? say(terminal, 'mirror.unlabelled'), bytes })),
    ...(answerBytes > 0 ? [{ label: say(terminal, 'mirror.answers'), bytes: answerBytes }] : []),
  ];
}

function contractText(terminal: Terminal, { contract, vendor }: CalendarEntry): string {
  return vendor === '' && contract === 'workstations' ? say(terminal, 'mirror.workstations') : contract;
}

function classText(terminal: Terminal, entry: CalendarEntry): string {
  const text = say(terminal, `mirror.class.${entry.class}`);
  return entry.isPossible ? say(terminal, 'mirror.possibly', { text }) : text;
}

function dueText(terminal: Terminal, { due }: CalendarEntry): string {
  if (due.kind === 'on') return due.on;
  return due.kind === 'until_deleted' ? say(terminal, 'mirror.untilDeleted') : say(terminal, `mirror.why.${due.why}`);
}

function bytesText({ language }: Terminal, bytes: number): string {
  return `${new Intl.NumberFormat(language).format(Math.ceil(bytes / 1000))} ${language === 'fr' ? 'ko' : 'kB'}`;
}

function say({ language }: Terminal, key: string, args: Readonly<Record<string, string>> = {}): string {
  return cliText(language, key, args);
}
