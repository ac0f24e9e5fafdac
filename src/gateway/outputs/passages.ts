import type { WrittenBy } from '../../ledger/index.ts';
import { commandTools, pathMembers, writeTools } from '../anthropic/tool-input.ts';

/** Text that the model wrote, and what it is to stand for; `instead` is none of its work. */
export type Passage = {
  readonly by: WrittenBy;
  readonly path?: string;
  readonly text: string;
  readonly instead: string;
};

type Input = Readonly<Record<string, unknown>>;

/** What a call of a tool writes into files. */
export function passagesOfCall(tool: string, input: unknown): readonly Passage[] {
  if (!isInput(input)) return [];
  if (commandTools.has(tool)) return heredocs(wordOf(input, ['command'])).map((text) => shown('heredoc', text));
  if (!writeTools.has(tool)) return [];
  const path = wordOf(input, [...pathMembers]);
  const edits = Array.isArray(input['edits']) ? input['edits'].filter(isInput) : [];
  return [input, ...edits].flatMap((edit) => passageOf(edit, path));
}

/**
 * The blocks of code that a text shows between fences, each up to a fence of its own kind that is as long, or to the end.
 * Line by line: an expression over the whole text would go back over a long run of backquotes again and again.
 */
export function passagesOfText(text: string): readonly Passage[] {
  const passages: Passage[] = [];
  let fence: string | undefined;
  let block: string[] = [];
  const close = (): void => {
    if (block.length > 0) passages.push(shown('code_block', block.join('\n')));
    block = [];
  };
  for (const line of text.split('\n')) {
    const found = fenceOf(line);
    if (fence === undefined) fence = found;
    else if (found?.startsWith(fence)) {
      close();
      fence = undefined;
    } else block.push(line);
  }
  close();
  return passages;
}

// github.github.com/gfm/#fenced-code-blocks, read 2026-11-27.
function fenceOf(line: string): string | undefined {
  return /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
}

// The members of code.claude.com's tools (2.1.332) and of Anthropic's text editor tool, read 2026-11-23.
function passageOf(input: Input, path: string): readonly Passage[] {
  const where = path === '' ? {} : { path };
  const instead = wordOf(input, ['old_string', 'old_str']);
  const whole = wordOf(input, ['content', 'file_text']);
  const notebook = wordOf(input, ['new_source']);
  const part = wordOf(input, ['new_string', 'new_str', 'insert_text']);
  return [
    ...(whole === '' ? [] : [{ by: 'write', ...where, text: whole, instead: '' } as const]),
    ...(notebook === '' ? [] : [{ by: 'notebook', ...where, text: notebook, instead: '' } as const]),
    ...(part === '' ? [] : [{ by: 'edit', ...where, text: part, instead } as const]),
  ];
}

// `<<WORD`, `<<-WORD`, `<<'WORD'` and `<<"WORD"`, up to a line of that word alone. A patch is among them: its added
// lines begin with a plus, which is taken off.
function heredocs(command: string): readonly string[] {
  const bodies: string[] = [];
  const lines = command.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const word = /<<-?\s*(?:'([^']+)'|"([^"]+)"|\\?([A-Za-z_]\w*))/.exec(lines[at] ?? '');
    const end = word?.[1] ?? word?.[2] ?? word?.[3];
    if (end === undefined) continue;
    const from = at + 1;
    at = from;
    while (at < lines.length && lines[at]?.trim() !== end) at += 1;
    bodies.push(added(lines.slice(from, at)).join('\n'));
  }
  return bodies;
}

function added(lines: readonly string[]): readonly string[] {
  const isPatch = lines.some((line) => /^(?:@@|\*\*\* (?:Begin|Add|Update)|diff --git )/.test(line));
  if (!isPatch) return lines;
  return lines.filter((line) => /^\+(?!\+\+)/.test(line)).map((line) => line.slice(1));
}

function shown(by: WrittenBy, text: string): Passage {
  return { by, text, instead: '' };
}

function wordOf(input: Input, names: readonly string[]): string {
  for (const name of names) {
    const value = input[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
