import { readFile, writeFile } from 'node:fs/promises';
import { pinnedKeyText } from '../../base/signed-envelope.ts';
import { parseSigningKey } from '../../catalogue/index.ts';
import { cliText } from '../../messages/index.ts';
import { signBundle } from '../../policy/index.ts';
import type { Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { integerOption, requiredOption, textOption } from '../read-options.ts';
import { bundleOf } from '../policy/make-policy-bundle.ts';

const usualDays = 30;
const mostDays = 366;

export const policyBundle: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const keyFile = requiredOption(options, 'signing-key');
  const days = integerOption(options, 'days', usualDays);
  if (days < 1 || days > mostDays) throw cliError('cli_option_invalid', { option: '--days', value: String(days) });
  const key = parseSigningKey(await read(keyFile));
  const bundle = await bundleOf(invocation, days);
  const text = signBundle(bundle, key);
  const out = textOption(options, 'out');
  if (out === undefined) terminal.emit(text);
  else await write(out, text);
  terminal.remark(
    cliText(terminal.language, 'policyBundle.made', {
      key: pinnedKeyText(key),
      version: bundle.policyVersion.slice(0, 12),
      until: bundle.holdsUntil,
    }),
  );
};

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (fault) {
    throw cliError('cli_file_unwritable', { file }, fault);
  }
}
