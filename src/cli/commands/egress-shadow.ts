import { randomBytes } from 'node:crypto';
import { csvRow } from '../../console-api/index.ts';
import { type LogReading, openShadow, readLog, type ShadowReport } from '../../egress/index.ts';
import { cliText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Run, Terminal } from '../command.ts';
import { formatOption, namedLogs, remarkReading, toldOf } from '../egress/log-options.ts';
import { settingsOf } from '../options.ts';
import { printTable } from '../print-table.ts';

export const egressShadow: Run = async (invocation) => {
  const { options, terminal, words } = invocation;
  const format = formatOption(options);
  const catalogue = await loadCatalogue(await settingsOf(invocation));
  const shadow = openShadow({ catalogue, key: randomBytes(32), on: new Date() });
  const logs: LogReading[] = [];
  for (const log of namedLogs(words))
    logs.push(await toldOf(log.name, readLog({ ...log, format }, new Date(), shadow.take)));
  const report = shadow.report();
  if (terminal.isJson) return terminal.print(JSON.stringify({ logs, ...report }));
  for (const log of logs) remarkReading(terminal, log);
  if (options['csv'] === true) for (const row of rowsOf(terminal, report)) terminal.emit(`${csvRow(row)}\n`);
  else if (report.uses.length > 0) printTable(terminal, headings(terminal), rowsOf(terminal, report).slice(1));
  remarkReport(terminal, report);
};

function remarkReport({ remark, language }: Terminal, { uses, proposed, unnamed, repeated }: ShadowReport): void {
  if (uses.length === 0) remark(cliText(language, 'egressShadow.none', {}));
  for (const { host, flows } of proposed) remark(cliText(language, 'egressShadow.proposed', { host, flows }));
  if (unnamed > 0) remark(cliText(language, 'egressShadow.unnamed', { count: unnamed }));
  if (repeated > 0) remark(cliText(language, 'egressShadow.repeated', { count: repeated }));
}

function headings({ language }: Terminal): readonly string[] {
  return cliText(language, 'egressShadow.columns', {}).split('|');
}

function rowsOf(terminal: Terminal, { uses }: ShadowReport): readonly (readonly string[])[] {
  const audience = (kind: 'consumer' | 'commercial' | 'unknown'): string =>
    cliText(terminal.language, `egressShadow.audience.${kind}`, {});
  const rows = uses.map((use) => [
    use.source,
    use.vendor,
    use.host,
    audience(use.audience),
    String(use.flows),
    String(use.denied),
    String(use.bytesOut),
    String(use.bytesIn),
    use.firstSeenAt,
    use.lastSeenAt,
  ]);
  return [headings(terminal), ...rows];
}
