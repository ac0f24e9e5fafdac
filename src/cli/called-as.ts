/** How this program is called here: by its name where it is installed, through npx in a clone, where npm has started it. */
export const calledAs = process.env['npm_execpath'] ? 'npx octroi' : 'octroi';

const commandInText =
  /(?<![\w/.-])octroi (?=(?:up|demo|key|contract|console|export|ledger|verify|COMMAND|COMMANDE|--help)\b)/g;

/** A text with the commands it names as they are called here, so that they can be typed as they stand. */
export function withCalls(text: string): string {
  return text.replace(commandInText, `${calledAs} `);
}
