import { readFile } from 'node:fs/promises';
import { pinnedKeyText } from '../../base/signed-envelope.ts';
import {
  approveImport,
  type Catalogue,
  changedPlanAnswers,
  openCatalogue,
  parseSigningKey,
  planImport,
  signCatalogue,
} from '../../catalogue/index.ts';
import { decisionComparer } from '../../policy/index.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { cliText } from '../../messages/index.ts';
import { installCatalogue, loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { printChanges } from '../catalogue/print-changes.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf } from '../options.ts';
import { textOption } from '../read-options.ts';

export const catalogueImport: Run = async (invocation) => {
  const { options, terminal, words } = invocation;
  const settings = await settingsOf(invocation);
  const current = await loadCatalogue(settings);
  const name = words[0] ?? '';
  const file = await read(name);
  const pinnedKeys = settings.catalogue.keys;
  const { policy } = await openPolicyFolder(terminal.language, settings.policy.folder || undefined);
  const comparers = [changedPlanAnswers, decisionComparer(policy)];
  const plan = planImport({ file, pinnedKeys, current, on: new Date(), comparers });
  const { catalogue, changes, decisions } = plan;
  const { version, digest } = catalogue;
  const approved = textOption(options, 'approve');
  if (approved !== undefined) {
    approveImport(plan, approved);
    await installCatalogue(settings, file);
  }
  const isInForce = approved !== undefined;
  if (terminal.isJson) return terminal.print(JSON.stringify({ version, digest, isInForce, changes, decisions }));
  const { language } = terminal;
  if (isInForce) return terminal.remark(cliText(language, 'catalogueImport.done', { version }));
  const counts = { version, current: current.version, entries: changes.length, answers: decisions.length };
  terminal.print(`${cliText(language, 'catalogueImport.plan', counts)}\n`);
  printChanges(terminal, changes, decisions);
  return terminal.remark(cliText(language, 'catalogueImport.approve', { file: name, digest }));
};

export const catalogueExport: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const catalogue = await catalogueToExport(invocation);
  const keyFile = textOption(options, 'signing-key');
  if (keyFile === undefined) {
    terminal.print(JSON.stringify(catalogue.data, null, 2));
    return terminal.remark(cliText(terminal.language, 'catalogueExport.unsigned', {}));
  }
  const key = parseSigningKey(await read(keyFile));
  terminal.print(signCatalogue(catalogue, key).trimEnd());
  return terminal.remark(cliText(terminal.language, 'catalogueExport.key', { key: pinnedKeyText(key) }));
};

async function catalogueToExport(invocation: Invocation): Promise<Catalogue> {
  const file = textOption(invocation.options, 'file');
  if (file === undefined) return loadCatalogue(await settingsOf(invocation));
  return openCatalogue(parseJson(await read(file), file));
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}
