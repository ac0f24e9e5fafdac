import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cliText } from '../../messages/index.ts';
import {
  type Artefact,
  compile,
  type CompileInput,
  type Policy,
  type Route,
  type Target,
  targets,
} from '../../policy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf, textOption } from '../options.ts';
import { termsOf } from '../policy/catalogue-terms.ts';
import { policyOf } from '../policy/read-policy-folder.ts';
import { printTable } from '../print-table.ts';

export const policyCompile: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const wanted = textOption(options, 'target');
  if (wanted === undefined) return listTargets(invocation);
  const chosen = wanted === 'all' ? targets : targets.filter(({ id }) => id === wanted);
  if (chosen.length === 0) throw cliError('cli_option_invalid', { option: '--target', value: wanted });
  const made = await compileAll(invocation, chosen);
  const folder = textOption(options, 'out');
  if (terminal.isJson) return terminal.print(JSON.stringify(made));
  if (folder !== undefined) return writeAll(invocation, folder, made);
  if (wanted === 'all') throw cliError('cli_option_missing', { option: '--out' });
  for (const { name, text } of made) tell(invocation, name, text);
};

function listTargets({ terminal }: Invocation): void {
  if (terminal.isJson) return terminal.print(JSON.stringify(targets.map(({ id, plan }) => ({ id, plan }))));
  const headings = cliText(terminal.language, 'policyCompile.columns', {}).split('|');
  printTable(
    terminal,
    headings,
    targets.map(({ id, plan }) => [id, plan]),
  );
}

async function compileAll(invocation: Invocation, chosen: readonly Target[]): Promise<readonly Artefact[]> {
  const { options, terminal } = invocation;
  const { policy } = await policyOf(invocation);
  const settings = await settingsOf(invocation);
  const catalogue = await loadCatalogue(settings);
  const terms = termsOf(catalogue);
  const at = new Date().toISOString();
  const isOne = chosen.length === 1;
  return chosen.flatMap((target) => {
    const id = textOption(options, 'plan') ?? target.plan;
    const plan = terms.plan(id, at);
    if (!plan) throw cliError('cli_option_invalid', { option: '--plan', value: id });
    const input: CompileInput = {
      policy,
      catalogue,
      at,
      plan,
      contract: textOption(options, 'contract') ?? contractFor(policy, id),
      workspace: textOption(options, 'workspace') ?? 'default',
      route: routeOf(invocation, settings.gateway),
      say: (key, args) => cliText(terminal.language, key, args),
    };
    const made = compile(target, input);
    return isOne ? made : made.map(({ name, text }) => ({ name: `${target.id}/${name}`, text }));
  });
}

function contractFor({ configuration }: Policy, plan: string): string {
  return Object.entries(configuration.contracts).find(([, contract]) => contract.plan === plan)?.[0] ?? '';
}

function routeOf(
  { options }: Invocation,
  { publicUrl, host, port }: { publicUrl: string; host: string; port: number },
): Route {
  const organizationId = textOption(options, 'login');
  if (organizationId !== undefined && textOption(options, 'gateway') !== undefined)
    throw cliError('cli_option_invalid', { option: '--login', value: '--gateway' });
  if (organizationId !== undefined) return { kind: 'login', organizationId };
  const hooksUrl = textOption(options, 'hooks');
  const url = textOption(options, 'gateway') ?? (publicUrl || `http://${host}:${port}`);
  return { kind: 'gateway', url, ...(hooksUrl === undefined ? {} : { hooksUrl }) };
}

async function writeAll({ terminal }: Invocation, folder: string, made: readonly Artefact[]): Promise<void> {
  for (const { name, text } of made) {
    const path = join(folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } catch (fault) {
      throw cliError('cli_file_unwritable', { file: path }, fault);
    }
    terminal.remark(cliText(terminal.language, 'policyCompile.wrote', { path }));
  }
}

// The file alone goes to standard output, so that it can be put where it belongs; what it cannot do is still told.
function tell({ terminal }: Invocation, name: string, text: string): void {
  if (name.endsWith('.about.txt')) terminal.remark(text.trimEnd());
  else terminal.emit(text);
}
