import { calledAs } from './called-as.ts';
import { commands } from './commands.ts';

const names = [...commands.map(({ name }) => name), 'COMMAND', 'COMMANDE', '--help', '--version'];
// Whole commands only: prose speaks of an octroi key as well.
const commandInText = new RegExp(`(?<![\\w/.-])octroi (?=(?:${names.join('|')})(?![\\w-]))`, 'g');

/** A text with the commands it names as they are called here, so that they can be typed as they stand. */
export function withCalls(text: string): string {
  return text.replace(commandInText, `${calledAs} `);
}
