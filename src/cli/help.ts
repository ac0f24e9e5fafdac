import { cliText, type Language } from '../messages/index.ts';
import type { Command } from './command.ts';

/** The page that lists commands. */
export function overview(language: Language, commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(
    ({ name, summary }) => `  octroi ${name.padEnd(width)}  ${cliText(language, summary, {})}`,
  );
  return `${cliText(language, 'help.intro', {})}\n\n${lines.join('\n')}\n\n${cliText(language, 'help.more', {})}`;
}

/** The page of one command: what it does, its options, examples. */
export function helpOf(language: Language, command: Command): string {
  const rest = command.rest === undefined ? [] : [`[${command.rest}…]`];
  const words = [...(command.words ?? []), ...rest].map((word) => ` ${word}`).join('');
  const notes = command.notes === undefined ? '' : `\n\n${cliText(language, command.notes, {})}`;
  const options = Object.entries(command.options).map(([name, { type }]) => {
    const text = cliText(language, command.optionTexts?.[name] ?? `option.${name}`, {});
    return `  --${(type === 'string' ? `${name} …` : name).padEnd(20)}  ${text}`;
  });
  const examples = command.examples.map((example) => `  ${example}`);
  const [title, examplesTitle] = [cliText(language, 'help.options', {}), cliText(language, 'help.examples', {})];
  return `octroi ${command.name}${words}\n\n${cliText(language, command.summary, {})}${notes}\n\n${title}\n${options.join('\n')}\n\n${examplesTitle}\n${examples.join('\n')}`;
}
