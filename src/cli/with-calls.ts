import type { Command } from './command.ts';

/** Makes what writes a text with the commands it names as they are called here, so that they can be typed as they stand. */
export function withCalls(commands: readonly Command[], calledAs: string): (text: string) => string {
  const names = [...commands.map(({ name }) => name), 'COMMAND', 'COMMANDE', '--help', '--version'];
  // Whole commands only: prose speaks of an octroi key as well.
  const commandInText = new RegExp(`(?<![\\w/.-])octroi (?=(?:${names.join('|')})(?![\\w-]))`, 'g');
  return (text) => text.replace(commandInText, `${calledAs} `);
}
