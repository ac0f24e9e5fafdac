import { readFileSync } from 'node:fs';
import { answerHook, installedBundle, installedFolder } from '../../endpoint/hook/index.ts';
import { hookErrorText, languageOf } from '../../messages/hook.ts';

/** How Claude Code reads the end of a hook: 2 stops what it asks about. */
const blocks = 2;

/**
 * `octroi hook`: what the client sends on standard input, the answer on standard output. Only an administrator's settings
 * say what is run, so the folder of the bundle comes from there (`--state FOLDER`) and from no variable.
 */
export function hook(words: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): number {
  const language = languageOf(LC_ALL || LC_MESSAGES || LANG);
  const text = readInput();
  if (!isJson(text)) {
    process.stderr.write(`${hookErrorText(language, 'endpoint_hook_unreadable', {})}\n`);
    return blocks;
  }
  const folder = words[0] === '--state' ? (words[1] ?? '') : installedFolder();
  const answer = answerHook({ text, openBundle: () => installedBundle(folder, new Date()), language });
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return 0;
}

// All at once: a hook has one thing to read, and the loop of streams costs more than the reading.
function readInput(): string {
  try {
    return readFileSync(0, 'utf8');
  } catch {
    return ''; // No input at all: what is asked cannot be read.
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // The answer is the point.
  }
}
