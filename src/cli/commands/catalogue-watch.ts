import { documentsToRead, type FactReading, type WatchReport, watchTerms } from '../../catalogue/index.ts';
import { catalogueText, cliText } from '../../messages/index.ts';
import { decisionsRestingOn } from '../../policy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { readArchive } from '../catalogue/read-archive.ts';
import { exitCodes, type Run, type Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf } from '../options.ts';
import { policyOf } from '../policy/read-policy-folder.ts';
import { dayOption, textsOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';

export const catalogueWatch: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const places = textsOption(options, 'archive');
  if (places.length === 0) throw cliError('cli_option_missing', { option: '--archive' });
  const catalogue = await loadCatalogue(await settingsOf(invocation));
  const wanted = documentsToRead(catalogue);
  const archives = await Promise.all(places.map((place) => readArchive(place, wanted)));
  const on = dayOption(options, 'on') ?? new Date();
  const { policy } = await policyOf(invocation);
  const resting = decisionsRestingOn(policy, catalogue, on);
  const report = watchTerms({ catalogue, archives, on, decisionsRestingOn: resting });
  // An exit code of 0 must not mean that nothing was looked at.
  if (report.facts.every(({ state }) => state === 'unwatched')) throw cliError('cli_archive_foreign');
  if (terminal.isJson) terminal.print(JSON.stringify(report));
  else print(terminal, report);
  return report.alarms.length > 0 ? exitCodes.refused : undefined;
};

function print(terminal: Terminal, report: WatchReport): void {
  const { language } = terminal;
  for (const { collection, place, headAt, ageDays, isOld } of report.archives) {
    const args = { collection: collection ?? place, place, headAt: headAt.slice(0, 10), ageDays };
    terminal.print(cliText(language, 'catalogueWatch.archive', args));
    if (isOld) terminal.remark(cliText(language, 'catalogueWatch.old', args));
  }
  terminal.print('');
  const rows = report.facts.map((reading) => rowOf(terminal, reading));
  printTable(terminal, cliText(language, 'catalogueWatch.columns', {}).split('|'), rows);
  for (const alarm of report.alarms) {
    const reading = report.facts.find(({ fact }) => fact === alarm.fact);
    if (reading) printAlarm(terminal, reading, [...alarm.answers, ...alarm.claims, ...alarm.decisions]);
  }
  const count = (state: string): number => report.facts.filter((reading) => reading.state === state).length;
  const states = ['stands', 'stale', 'returned', 'ended', 'unclear', 'unwatched'];
  const counts = Object.fromEntries(states.map((state) => [state, count(state)]));
  terminal.print(cliText(language, 'catalogueWatch.sum', counts));
}

function rowOf({ language }: Terminal, reading: FactReading): readonly string[] {
  const { fact, state, since, sinceIsLowerBound, anchors } = reading;
  const day = since?.slice(0, 10) ?? '–';
  const where = anchors.map((anchor) => {
    const how = anchor.state === 'stands' ? '' : `: ${catalogueText(language, `passage.${anchor.state}`)}`;
    return `${anchor.collection} ${anchor.service} ${anchor.terms}${how}`;
  });
  const changed = anchors.flatMap(({ lastChangedAt }) => (lastChangedAt === undefined ? [] : [lastChangedAt]));
  return [
    fact,
    catalogueText(language, `watch.${state}`),
    sinceIsLowerBound ? cliText(language, 'catalogueWatch.lowerBound', { day }) : day,
    changed.toSorted().at(-1)?.slice(0, 10) ?? '–',
    where.join('; '),
  ];
}

function printAlarm(terminal: Terminal, { fact, state, anchors }: FactReading, resting: readonly string[]): void {
  const { language } = terminal;
  const say = (key: string, args: Record<string, string | number>): void =>
    terminal.print(cliText(language, key, args));
  if (state === 'returned') say('catalogueWatch.returned', { fact });
  for (const anchor of anchors.filter((one) => state === 'stale' && one.state === 'gone')) {
    const { service, terms, lastGood, lostIn, changed, otherChanges } = anchor;
    const days = { lastGood: lastGood?.at.slice(0, 10) ?? '–', lostIn: lostIn?.at.slice(0, 10) ?? '–' };
    say('catalogueWatch.lost', { fact, service, terms, ...days });
    for (const { before, after } of changed) {
      say('catalogueWatch.before', { text: before });
      say('catalogueWatch.after', { text: after ?? cliText(language, 'catalogueWatch.nothingLeft', {}) });
    }
    if (otherChanges > 0) say('catalogueWatch.others', { count: otherChanges });
  }
  if (resting.length > 0) say('catalogueWatch.resting', { what: resting.join(', ') });
}
