import { attributeNotice } from './attribute-notice.ts';
import { attributeToolText } from './attribute-tool-text.ts';
import { factText, type PieceFacts, type Segment, type ToolCall } from './piece.ts';
import { readToolInput } from './tool-input.ts';

/** Whose text it is. `system` also holds what the client adds on its own in the middle of a conversation. */
export type TextPlace = 'user' | 'assistant' | 'system';

export type Attributed = {
  readonly segments: readonly Segment[];
  /** A call that the text announces and whose result the next text brings (how an @-mention travels). */
  readonly announced?: ToolCall;
};

/**
 * Says what the stretches of a text are. What no segment covers is wrapping (tags, the announcement of a call).
 *
 * The client puts files, git state and command output into ordinary text blocks; it is told apart by the client's own
 * wording (Claude Code 2.1.330 and 2.1.332, measured 2026-11-25). Wording that is not known leaves `other`, never nothing.
 */
export function attributeText(text: string, place: TextPlace, announced?: ToolCall): Attributed {
  if (place === 'assistant') return { segments: [whole(text, { kind: 'assistant_text' })] };
  const reader = new TextReader(text, place, announced);
  reader.read();
  return reader.result();
}

const openTag = '<system-reminder>';
const closeTag = '</system-reminder>';
const endOfReminder = /<\/system-reminder>(?=\s*(?:<system-reminder>|$))/;

class TextReader {
  readonly #text: string;
  readonly #place: TextPlace;
  readonly #segments: Segment[] = [];
  readonly #isAllReminders: boolean;
  #announced: ToolCall | undefined;

  constructor(text: string, place: TextPlace, announced: ToolCall | undefined) {
    this.#text = text;
    this.#place = place;
    this.#announced = announced;
    this.#isAllReminders = text.trimStart().startsWith(openTag) && text.trimEnd().endsWith(closeTag);
  }

  read(): void {
    let at = 0;
    for (;;) {
      const open = this.#openAfter(at);
      if (open === -1) break;
      this.#plain(at, open);
      const inside = open + openTag.length;
      const close = this.#closeOf(open);
      this.#reminder(inside, close);
      at = close + closeTag.length;
    }
    this.#plain(at, this.#text.length);
  }

  result(): Attributed {
    return this.#announced ? { segments: this.#segments, announced: this.#announced } : { segments: this.#segments };
  }

  // A tag counts at the start of a line only: instructions and prompts also speak of it within one.
  #openAfter(from: number): number {
    const firstWord = nextWord(this.#text, from);
    for (let open = this.#text.indexOf(openTag, from); open !== -1; open = this.#text.indexOf(openTag, open + 1)) {
      if (open <= firstWord || (this.#place === 'user' && this.#text[open - 1] === '\n')) return open;
    }
    return -1;
  }

  // In a text of reminders from end to end, one ends where the next begins or the text does: a file it shows may speak of
  // the tag as well. Elsewhere the first closing tag counts.
  #closeOf(open: number): number {
    const first = this.#text.indexOf(closeTag, open);
    if (first === -1) return this.#text.length;
    if (!this.#isAllReminders) return first;
    const end = endOfReminder.exec(this.#text.slice(open));
    return end ? open + end.index : first;
  }

  #plain(from: number, to: number): void {
    if (this.#text.slice(from, to).trim() === '') return;
    if (this.#place === 'system') {
      this.#segments.push(...(attributeNotice(this.#text, from, to) ?? [this.#cut(from, to, { kind: 'system' })]));
      return;
    }
    this.#typed(from, to);
  }

  // A command the person ran with `!` comes as two texts: the command, then what it printed.
  #typed(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    const input = /^\s*<bash-input>([^]*?)<\/bash-input>\s*$/.exec(text);
    if (input) this.#announced = { tool: 'Bash', command: factText(input[1] ?? '') };
    const isOutput = /^\s*<(bash-stdout|bash-stderr|local-command-stdout|local-command-stderr)>/.test(text);
    if (!isOutput) {
      this.#segments.push(this.#cut(from, to, { kind: 'prompt' }));
      return;
    }
    const command = this.#announced?.command;
    this.#segments.push(this.#cut(from, to, { kind: 'command_output', ...(command ? { command } : {}) }));
    this.#announced = undefined;
  }

  #reminder(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    const call = /^\s*Called the (\S{1,120}) tool with the following input: (\{[^]*\})\s*$/.exec(text);
    if (call) {
      this.#announced = readToolInput(call[1] ?? '', call[2] ?? '');
      return;
    }
    const result = /^\s*Result of calling the (\S{1,120}) tool:[ \n]/.exec(text);
    if (result) {
      const tool = result[1] ?? '';
      const known = this.#announced?.tool === tool ? this.#announced : { tool };
      this.#segments.push(
        ...attributeToolText(this.#text, { from: from + result[0].length, to, call: known, source: 'mention' }),
      );
      this.#announced = undefined;
      return;
    }
    this.#segments.push(
      ...(attributeNotice(this.#text, from, to) ?? [this.#cut(from, to, { kind: 'other', form: 'system-reminder' })]),
    );
  }

  #cut(from: number, to: number, facts: PieceFacts): Segment {
    return { from, to, facts, basis: this.#text.slice(from, to) };
  }
}

// Where the first character stands that is no white space.
function nextWord(text: string, from: number): number {
  const word = /\S/g;
  word.lastIndex = from;
  return word.exec(text)?.index ?? text.length;
}

function whole(text: string, facts: PieceFacts): Segment {
  return { from: 0, to: text.length, facts, basis: text };
}
