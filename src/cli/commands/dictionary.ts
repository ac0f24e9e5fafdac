import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { OctroiError } from '../../base/index.ts';
import { makeValueList } from '../../detection/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Invocation, Run } from '../command.ts';
import { refusedSource } from '../detect/refused-source.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';

const saltBytes = 32;

export const dictionaryBuild: Run = async (invocation) => {
  const { options, terminal, words } = invocation;
  const file = words[0] ?? '-';
  const kind = textOption(options, 'as') ?? 'listed_value';
  const list = build(invocation, { file, kind, text: await readPlain(invocation, file) });
  const out = textOption(options, 'out');
  if (out === undefined) return terminal.emit(list);
  await writeList(out, list);
  const values = list.split('\n').length - 2;
  if (terminal.isJson) return terminal.emit(`${JSON.stringify({ file: out, kind, values })}\n`);
  terminal.remark(cliText(terminal.language, 'dictionaryBuild.done', { values, kind, file: out }));
};

type Plain = { readonly file: string; readonly kind: string; readonly text: string };

function build({ terminal }: Invocation, { file, kind, text }: Plain): string {
  try {
    return makeValueList(text.replace(/^\ufeff/, '').split('\n'), { kind, salt: randomBytes(saltBytes) });
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    if (fault.args['reason'] === 'kind') throw cliError('cli_option_invalid', { option: '--as', value: kind }, fault);
    throw refusedSource(terminal.language, { file, code: fault.code, args: fault.args });
  }
}

async function readPlain({ terminal }: Invocation, file: string): Promise<string> {
  if (file === '-') return terminal.readInput();
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}

// Whoever has the list can try values against it: it is the owner's alone to read.
async function writeList(file: string, list: string): Promise<void> {
  try {
    await writeFile(file, list, { mode: 0o600 });
  } catch (fault) {
    throw cliError('cli_file_unwritable', { file }, fault);
  }
}
