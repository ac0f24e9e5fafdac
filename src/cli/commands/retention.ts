import { writeFile } from 'node:fs/promises';
import { cliText, type Language } from '../../messages/index.ts';
import {
  certificateFile,
  deleteConversation,
  describeClasses,
  eraseOnOrder,
  type ErasurePlan,
  listCertificates,
  type Order,
  planErasure,
  planSweep,
  sweep,
} from '../../retention/index.ts';
import { resolvePerson } from '../../tenancy/index.ts';
import type { Invocation, Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { requiredOption, textOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import { type OpenRetention, withRetention } from '../retention/open-retention.ts';

export const retentionStatus: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { terminal } = invocation;
    const { language } = terminal;
    const classes = await describeClasses(retention, tenantId);
    const { exchanges, deletedConversationDays } = retention.lifetimes();
    if (terminal.isJson) return terminal.print(JSON.stringify({ classes, exchanges, deletedConversationDays }));
    const rows = classes.map((each) => [
      cliText(language, `retentionClass.${each.class}`, {}),
      each.class,
      String(each.days),
      `${each.floorDays}–${each.ceilingDays}`,
      String(each.records),
      each.oldestAt?.slice(0, 10) ?? '–',
    ]);
    printTable(terminal, cliText(language, 'retentionStatus.columns', {}).split('|'), rows);
    const lifetimes = Object.entries(exchanges).map(([name, days]) => `${name} ${days}`);
    terminal.print(cliText(language, 'retentionStatus.exchanges', { lifetimes: lifetimes.join(', ') }));
    terminal.print(cliText(language, 'retentionStatus.deleted', { days: deletedConversationDays }));
    for (const each of classes)
      for (const { title, url = '', readOn } of each.anchors)
        terminal.print(
          cliText(language, 'retentionStatus.anchor', { class: each.class, title: title[language], url, readOn }),
        );
  });

export const retentionPlan: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) =>
    showPlan(invocation.terminal, await planSweep(retention, tenantId)),
  );

export const retentionSweep: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { terminal } = invocation;
    const swept = await sweep(retention, tenantId);
    if (terminal.isJson) return terminal.print(JSON.stringify(swept));
    const { records, tombstoneIds } = swept;
    terminal.remark(cliText(terminal.language, 'retentionSweep.done', { records, tombstones: tombstoneIds.length }));
    for (const id of tombstoneIds) terminal.print(id);
  });

export const retentionErase: Run = async (invocation) =>
  withRetention(invocation, async (open) => {
    const { terminal, options } = invocation;
    const { retention, tenantId } = open;
    const selection = await selectionOf(open, invocation);
    const plan = await planErasure(retention, tenantId, selection);
    if (options['dry-run'] === true) {
      showPlan(terminal, plan);
      if (!terminal.isJson)
        terminal.remark(cliText(terminal.language, 'retentionErase.confirm', { digest: plan.digest }));
      return;
    }
    const statement = { reason: requiredOption(options, 'reason'), by: requiredOption(options, 'by') };
    const erased = await eraseOnOrder(retention, {
      tenantId,
      selection,
      digest: requiredOption(options, 'confirm'),
      ...statement,
    });
    const { tombstoneId, records, destroyedKeys, rows, isClean } = erased;
    if (terminal.isJson) return terminal.print(JSON.stringify({ tombstoneId, records, destroyedKeys, rows, isClean }));
    terminal.remark(
      cliText(terminal.language, 'retentionErase.done', {
        records,
        keys: destroyedKeys,
        rows: counted(rows),
        id: tombstoneId,
      }),
    );
    if (!isClean) terminal.remark(cliText(terminal.language, 'retentionErase.unclean', {}));
  });

async function selectionOf(
  { installation, tenantId }: OpenRetention,
  { options }: Invocation,
): Promise<Order['selection']> {
  const [person, session] = [textOption(options, 'person'), textOption(options, 'conversation')];
  if ((person === undefined) === (session === undefined))
    throw cliError('cli_option_missing', { option: '--person | --conversation' });
  if (session !== undefined) return { kind: 'conversation', session };
  return { kind: 'person', personId: await resolvePerson(installation.tenancy, { tenantId, person: person ?? '' }) };
}

function showPlan(terminal: Terminal, plan: ErasurePlan): void {
  const { language } = terminal;
  if (terminal.isJson) return terminal.print(JSON.stringify(plan));
  const { lines, byHold, rows } = plan;
  if (lines.length === 0 && Object.keys(rows).length === 0)
    return terminal.print(cliText(language, 'retentionPlan.nothing', {}));
  const cells = lines.map((line) => [
    cliText(language, `retentionClass.${line.class}`, {}),
    String(line.records),
    String(line.held),
    line.oldestAt.slice(0, 10),
  ]);
  printTable(terminal, cliText(language, 'retentionPlan.columns', {}).split('|'), cells);
  if (Object.keys(rows).length > 0) terminal.print(cliText(language, 'retentionPlan.rows', { rows: counted(rows) }));
  for (const { holdId, records } of byHold)
    terminal.print(cliText(language, 'retentionPlan.hold', { holdId, records }));
}

function counted(rows: Readonly<Record<string, number>>): string {
  return (
    Object.entries(rows)
      .map(([table, count]) => `${table} ${count}`)
      .join(', ') || '0'
  );
}

export const retentionCertificates: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { terminal } = invocation;
    const certificates = await listCertificates(retention, tenantId);
    if (terminal.isJson) return terminal.print(JSON.stringify(certificates));
    if (certificates.length === 0) return terminal.remark(cliText(terminal.language, 'retentionCertificates.none', {}));
    const rows = certificates.map((each) => [
      each.tombstone,
      each.issuedAt.slice(0, 16).replace('T', ' '),
      groundText(terminal.language, each.ground),
      String(each.records),
      each.by,
      each.reason,
    ]);
    printTable(terminal, cliText(terminal.language, 'retentionCertificates.columns', {}).split('|'), rows);
  });

function groundText(language: Language, ground: string): string {
  return cliText(language, `ground.${ground}`, {});
}

export const retentionCertificate: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { terminal, options, words } = invocation;
    const text = await certificateFile(retention, tenantId, words[0] ?? '');
    const out = textOption(options, 'out');
    if (out === undefined) return terminal.emit(text);
    await writeFile(out, text).catch((fault: unknown) => {
      throw cliError('cli_file_unwritable', { file: out }, fault);
    });
  });

export const conversationDelete: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, tenantId }) => {
    const { terminal, options, words } = invocation;
    const session = words[0] ?? '';
    const statement = { reason: requiredOption(options, 'reason'), by: requiredOption(options, 'by') };
    const deleted = await deleteConversation(retention, { tenantId, session, ...statement });
    if (terminal.isJson) return terminal.print(JSON.stringify({ session, ...deleted }));
    const { records, eraseBy } = deleted;
    terminal.remark(
      cliText(terminal.language, 'conversationDelete.done', { session, records, day: eraseBy.slice(0, 10) }),
    );
  });
