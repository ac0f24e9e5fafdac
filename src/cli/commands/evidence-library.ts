import { cisoLibrary, pushLibrary } from '../../evidence/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';
import { version } from '../version.ts';

export const evidenceLibrary: Run = async ({ terminal, options }) => {
  const url = textOption(options, 'push');
  const text = cisoLibrary(version);
  if (url === undefined) return terminal.emit(text);
  const token = (await terminal.readInput()).trim();
  if (!/^[\x21-\x7e]{8,500}$/.test(token)) throw cliError('cli_option_missing', { option: 'TOKEN' });
  await pushLibrary(text, { url, token });
  terminal.print(
    terminal.isJson ? JSON.stringify({ url }) : cliText(terminal.language, 'evidenceLibrary.pushed', { url }),
  );
};
