import { isRestorable } from '../../policy/index.ts';
import { cursorAt, memberSpans, textOf, type ValueSpan } from '../anthropic/members.ts';
import { JsonCursor } from '../anthropic/json-cursor.ts';
import { stringSpan } from '../anthropic/conversation.ts';
import type { StringSpan } from '../anthropic/piece.ts';
import { leafText } from '../inspection/leaf.ts';
import type { AnswerRestorer } from './answer-restorer.ts';
import { BlockRestorer, type BlockForm, type Restoration } from './block-restorer.ts';
import { stringInside } from './restore-message.ts';

const ends = ['\n\n', '\r\n\r\n'].map((end) => Buffer.from(end));
const longestMark = 4;
const dataMark = Buffer.from('data:');
// A hold would be silence to the client: what is held back sends this instead (server-sent events of the Messages API).
const ping = Buffer.from('event: ping\ndata: {"type":"ping"}\n\n');

type Spans = ReadonlyMap<string, ValueSpan>;

/**
 * Restores a stream of server-sent events: text, and the input of calls that may have values. Every other event passes
 * with the very bytes it came in; one that is changed keeps all but the string that changes.
 */
export class EventRestorer implements AnswerRestorer {
  readonly #restoration: Restoration;
  readonly #blocks = new Map<string, BlockRestorer>();
  #held: Buffer[] = [];
  #tail: Buffer = Buffer.alloc(0);
  count = 0;

  constructor(restoration: Restoration) {
    this.#restoration = restoration;
  }

  push(chunk: Buffer): Buffer {
    // The mark of an end may itself be split, so it is looked for from a little before what is new; until it comes, an
    // event of any length is only held.
    const recent = Buffer.concat([this.#tail, chunk]);
    this.#tail = recent.subarray(-longestMark + 1);
    this.#held.push(chunk);
    if (endOfEvent(recent, 0) === -1) return Buffer.alloc(0);
    const bytes = Buffer.concat(this.#held);
    let searchFrom = 0;
    const out: Buffer[] = [];
    let at = 0;
    for (let end = endOfEvent(bytes, searchFrom); end !== -1; end = endOfEvent(bytes, searchFrom)) {
      out.push(...this.#event(bytes.subarray(at, end)));
      at = end;
      searchFrom = end;
    }
    this.#held = at === bytes.length ? [] : [Buffer.from(bytes.subarray(at))];
    return out.length === 1 && out[0] ? out[0] : Buffer.concat(out);
  }

  end(): Buffer {
    const held = Buffer.concat(this.#held);
    const out = held.length === 0 ? [] : [...this.#event(held)];
    this.#held = [];
    return Buffer.concat([...out, ...this.#endAll()]);
  }

  // What was held back goes before what ends the message: behind it nobody reads.
  #endAll(...last: readonly Buffer[]): readonly Buffer[] {
    return [...Array.from(this.#blocks.keys()).flatMap((index) => this.#endBlock(index)), ...last];
  }

  #event(event: Buffer): readonly Buffer[] {
    if (!event.includes('content_block'))
      return this.#blocks.size > 0 && endsMessage(event) ? this.#endAll(event) : [event];
    const data = dataOf(event);
    if (!data) return [event];
    try {
      return this.#blockEvent(event, data);
    } catch {
      return [event]; // Its data is no JSON: it passes, and the client says what it makes of it.
    }
  }

  #blockEvent(event: Buffer, data: Data): readonly Buffer[] {
    const { json } = data;
    const members = memberSpans(new JsonCursor(json));
    const type = textOf(json, members.get('type'));
    const index = indexText(json, members);
    if (type === 'content_block_start') this.#begin(index, json, membersOf(json, members.get('content_block')));
    if (type === 'content_block_stop') return [...this.#endBlock(index), event];
    const block = this.#blocks.get(index);
    if (type !== 'content_block_delta' || !block) return [event];
    const delta = membersOf(json, members.get('delta'));
    const name = block.form === 'text' ? 'text' : 'partial_json';
    const span = stringSpan(json, delta.get(name));
    return span ? this.#delta(event, { data, block, span }) : [event];
  }

  #begin(index: string, json: Buffer, block: Spans): void {
    const form = this.#formOf(textOf(json, block.get('type')), textOf(json, block.get('name')));
    if (form) this.#blocks.set(index, new BlockRestorer(form, this.#restoration));
  }

  #formOf(type: string | undefined, tool: string | undefined): BlockForm | undefined {
    const { into } = this.#restoration;
    if (type === 'text') return into.has('text') ? 'text' : undefined;
    return type === 'tool_use' && isRestorable(tool ?? '', into) ? 'input' : undefined;
  }

  #delta(
    event: Buffer,
    { data, block, span }: { readonly data: Data; readonly block: BlockRestorer; readonly span: StringSpan },
  ): readonly Buffer[] {
    const came = leafText(data.json, { ...span, form: 'string', name: '' });
    const wasHolding = block.isHolding;
    const goes = block.push(came);
    if (!wasHolding && goes === came) return [event];
    if (goes === '') return [ping];
    const json = Buffer.concat([data.json.subarray(0, span.start), stringInside(goes), data.json.subarray(span.end)]);
    return [data.head, dataMark, Buffer.from(' '), oneLine(json), Buffer.from('\n\n')];
  }

  #endBlock(index: string): readonly Buffer[] {
    const block = this.#blocks.get(index);
    if (!block) return [];
    this.#blocks.delete(index);
    const { rest, count } = block.end();
    this.count += count;
    return rest === '' ? [] : [lastDelta(index, block.form, rest)];
  }
}

const endings = ['message_delta', 'message_stop', 'error'].map((name) => Buffer.from(`"${name}"`));

function endsMessage(event: Buffer): boolean {
  return endings.some((name) => event.includes(name));
}

function lastDelta(index: string, form: BlockForm, text: string): Buffer {
  const delta = form === 'text' ? { type: 'text_delta', text } : { type: 'input_json_delta', partial_json: text };
  const data = `{"type":"content_block_delta","index":${index},"delta":${JSON.stringify(delta)}}`;
  return Buffer.from(`event: content_block_delta\ndata: ${data}\n\n`);
}

function endOfEvent(bytes: Buffer, from: number): number {
  const found = ends.flatMap((end) => {
    const at = bytes.indexOf(end, from);
    return at === -1 ? [] : [at + end.length];
  });
  return found.length === 0 ? -1 : Math.min(...found);
}

/** The data of an event as one JSON text, and the lines before it. */
type Data = { readonly json: Buffer; readonly head: Buffer };

function dataOf(event: Buffer): Data | undefined {
  const lines = event.toString('latin1').split(/\r?\n/);
  const data = lines.filter((line) => line.startsWith('data:'));
  if (data.length === 0) return undefined;
  const head = lines.filter((line) => line !== '' && !line.startsWith('data:')).map((line) => `${line}\n`);
  const json = data.map((line) => line.slice(line.startsWith('data: ') ? 6 : 5)).join('\n');
  return { json: Buffer.from(json, 'latin1'), head: Buffer.from(head.join(''), 'latin1') };
}

// Line feeds stand only between the tokens of a JSON text.
function oneLine(json: Buffer): Buffer {
  return json.includes('\n') ? Buffer.from(json.toString('latin1').replaceAll('\n', ' '), 'latin1') : json;
}

function membersOf(json: Buffer, span: ValueSpan | undefined): Spans {
  const cursor = span && cursorAt(json, span);
  return cursor?.isAtObject() ? memberSpans(cursor) : new Map();
}

function indexText(json: Buffer, members: Spans): string {
  const span = members.get('index');
  return span ? json.toString('latin1', span.start, span.end) : '';
}
