import { writeFile } from 'node:fs/promises';
import { exportLog, logHead, proveConsistency, proveRecord, signingKeysOf } from '../../ledger/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption, withInstallation } from '../options.ts';
import { makeSequencer } from '../run-log.ts';
import type { Installation } from '../wire.ts';

export const ledgerExport: Run = async (invocation) =>
  withLog(invocation, async ({ tenancy, tenant }) => {
    const { terminal, options, words } = invocation;
    const folder = words[0] ?? '';
    const hasRecords = options['records'] === true;
    const { origin, size } = await exportLog(tenancy, tenant.id, { folder, hasRecords });
    if (terminal.isJson) return terminal.print(JSON.stringify({ folder, origin, size, hasRecords }));
    terminal.remark(cliText(terminal.language, 'ledgerExport.done', { folder, origin, size }));
  });

export const ledgerProof: Run = async (invocation) =>
  withLog(invocation, async ({ tenancy, tenant }) =>
    give(invocation, await proveRecord(tenancy, tenant.id, invocation.words[0] ?? '')),
  );

export const ledgerCheckpoint: Run = async (invocation) =>
  withLog(invocation, async ({ store, tenant }) =>
    give(invocation, (await logHead(store, tenant.id))?.checkpoint ?? ''),
  );

export const ledgerConsistency: Run = async (invocation) =>
  withLog(invocation, async ({ store, tenant }) => {
    const [size = ''] = invocation.words;
    if (!/^\d{1,15}$/.test(size)) throw cliError('cli_option_invalid', { option: 'SIZE', value: size });
    await give(invocation, await proveConsistency(store, tenant.id, Number(size)));
  });

export const ledgerKeys: Run = async (invocation) =>
  withLog(invocation, async ({ store, tenant }) => {
    showKeys(invocation, await signingKeysOf(store, tenant.id));
  });

export const ledgerRotateKeys: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const keys = await makeSequencer(installation, () => {}).rotate(installation.tenant.id);
    showKeys(invocation, keys);
    invocation.terminal.remark(cliText(invocation.terminal.language, 'ledgerRotateKeys.done', {}));
  });

function showKeys({ terminal }: Invocation, keys: readonly string[]): void {
  if (terminal.isJson) return terminal.print(JSON.stringify(keys));
  for (const key of keys) terminal.print(key);
}

// What was recorded a moment ago and waits is logged first, so that it is in what is made here.
async function withLog(invocation: Invocation, work: (installation: Installation) => Promise<void>): Promise<void> {
  await withInstallation(invocation, async (installation) => {
    await makeSequencer(installation, () => {}).round();
    await work(installation);
  });
}

// To a file byte for byte, or to standard output, whose last line feed the terminal adds.
async function give({ terminal, options }: Invocation, text: string): Promise<void> {
  const out = textOption(options, 'out');
  if (out === undefined) return terminal.print(terminal.isJson ? JSON.stringify(text) : text.replace(/\n$/, ''));
  await writeFile(out, text).catch((fault: unknown) => {
    throw cliError('cli_file_unwritable', { file: out }, fault);
  });
}
