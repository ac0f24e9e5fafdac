import type { Change, ChangedDecision } from '../../catalogue/index.ts';
import { catalogueText, cliText } from '../../messages/index.ts';
import type { Terminal } from '../command.ts';
import { printTable } from '../print-table.ts';

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** Prints what decisions are made from that differs, then every entry that does. */
export function printChanges(
  terminal: Terminal,
  changes: readonly Change[],
  decisions: readonly ChangedDecision[],
): void {
  const { language } = terminal;
  if (decisions.length > 0) {
    terminal.print(cliText(language, 'catalogueDiff.answers', { count: decisions.length }));
    const columns = cliText(language, 'catalogueDiff.answerColumns', {}).split('|');
    const word = (value: string | undefined): string =>
      value === undefined || value === '' ? '–' : catalogueText(language, `value.${value}`).replace(/^value\./, '');
    printTable(
      terminal,
      columns,
      decisions.map(({ what, before, after, restsOn }) => [what, word(before), word(after), restsOn.join(' ')]),
    );
  }
  if (changes.length === 0) return;
  terminal.print(cliText(language, 'catalogueDiff.entries', { count: changes.length }));
  for (const { key, kind, before, after, fields } of changes) {
    const shown = fields.map((field) => `${field}: ${short(before, field)} → ${short(after, field)}`).join('; ');
    terminal.print(`${signs[kind]} ${key}${shown === '' ? summary(after ?? before) : ` (${shown})`}`);
  }
}

function summary(value: object | undefined): string {
  const { criterion, value: word, source } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof criterion === 'string') return `: ${criterion} ${String(word)} [${String(source)}]`;
  return ` [${String(source)}]`;
}

function short(value: object | undefined, field: string): string {
  const text = JSON.stringify((value as Readonly<Record<string, unknown>> | undefined)?.[field]) ?? '–';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
