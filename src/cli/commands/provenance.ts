import { resolve } from 'node:path';
import { cliText } from '../../messages/index.ts';
import type { Invocation, Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { printTable } from '../print-table.ts';
import { spdxDocument } from '../provenance/spdx.ts';
import { readAdditions } from '../provenance/read-additions.ts';
import { parseMarks, trace, type Traced } from '../provenance/trace.ts';
import { trailersOf } from '../provenance/trailers.ts';
import { writeNotes } from '../provenance/write-notes.ts';
import { textOption } from '../read-options.ts';
import { version } from '../version.ts';

export const provenanceShow: Run = async (invocation) => {
  const { terminal, options, words } = invocation;
  const format = textOption(options, 'format') ?? 'text';
  if (!['text', 'trailers', 'spdx'].includes(format))
    throw cliError('cli_option_invalid', { option: '--format', value: format });
  const additions = options['marks'] === true ? parseMarks(await terminal.readInput()) : await additionsOf(invocation);
  const traced = await withInstallation(invocation, (installation) => trace(installation, additions));
  if (options['notes'] === true) {
    const noted = await writeNotes(repositoryOf(invocation), traced, new Date());
    terminal.remark(cliText(terminal.language, 'provenance.noted', { commits: noted }));
  }
  if (terminal.isJson) return terminal.emit(`${JSON.stringify(traced)}\n`);
  if (format === 'trailers') return trailersOf(traced).forEach((line) => terminal.emit(`${line}\n`));
  if (format === 'spdx') {
    const document = spdxDocument(traced, { what: words[0] ?? '', now: new Date(), version });
    return terminal.emit(`${JSON.stringify(document, null, 2)}\n`);
  }
  tell(terminal, traced);
  if (options['lines'] === true) tellLines(terminal, traced);
};

export const provenanceMarks: Run = async (invocation) => {
  invocation.terminal.emit(`${JSON.stringify(await additionsOf(invocation))}\n`);
};

function repositoryOf({ options }: Invocation): string {
  return resolve(textOption(options, 'repository') ?? '.');
}

function additionsOf(invocation: Invocation) {
  return readAdditions({ repository: repositoryOf(invocation), what: invocation.words[0] ?? '', now: new Date() });
}

function tell(terminal: Terminal, { shares, exchanges, read, unread }: Traced): void {
  const { language } = terminal;
  const percent = (count: number): string => (shares.lines === 0 ? '0' : ((count / shares.lines) * 100).toFixed(1));
  terminal.print(cliText(language, 'provenance.read', { lines: shares.lines, read, unread }));
  for (const [manner, count] of Object.entries(shares.by) as [keyof typeof shares.by, number][])
    terminal.print(
      `  ${String(count).padStart(7)}  ${percent(count).padStart(5)} %  ${cliText(language, `provenance.${manner}`, {})}`,
    );
  terminal.print('');
  if (exchanges.length === 0) return;
  const headings = (['exchange', 'at', 'person', 'model', 'plan', 'terms', 'counts'] as const).map((column) =>
    cliText(language, `provenance.column.${column}`, {}),
  );
  printTable(
    terminal,
    headings,
    exchanges.map(
      ({ exchangeId, at, personId, model, vendor, plan, proof, catalogueVersion, verbatim, edited, unsure }) => [
        exchangeId,
        at.slice(0, 16),
        personId.slice(-12),
        model ?? '?',
        `${vendor ?? '?'}/${plan ?? '?'} (${proof})`,
        catalogueVersion ?? '?',
        `${verbatim}/${edited}/${unsure}`,
      ],
    ),
  );
}

function tellLines({ print, language }: Terminal, { attributed }: Traced): void {
  for (const { path, commit, lines } of attributed)
    for (const { number, manner, exchangeId } of lines)
      if (exchangeId !== null)
        print(
          `${path}:${number}  ${(commit ?? '-').slice(0, 12)}  ${cliText(language, `provenance.${manner}`, {})}  ${exchangeId}`,
        );
}
