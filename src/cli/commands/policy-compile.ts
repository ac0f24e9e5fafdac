import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cliText } from '../../messages/index.ts';
import { type Artefact, compile, type Target, targets } from '../../policy/index.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';
import { compileInputs } from '../policy/compile-inputs.ts';
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
  const inputFor = await compileInputs(invocation);
  const isOne = chosen.length === 1;
  return chosen.flatMap((target) => {
    const made = compile(target, inputFor(target));
    return isOne ? made : made.map(({ name, text }) => ({ name: `${target.id}/${name}`, text }));
  });
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
