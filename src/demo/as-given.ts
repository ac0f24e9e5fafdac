import type { AnswerBlock } from './wire.ts';

/**
 * Says an answer in the words that reached the vendor.
 *
 * A script quotes lines as they stand on the workstation. Where a line reached the vendor in another form, because
 * values in it were replaced on the way, a model would quote that form: it knows no other.
 */
export function sayAsGiven(blocks: readonly AnswerBlock[], sent: unknown, received: unknown): readonly AnswerBlock[] {
  const given = new Map<string, string>();
  learnLines(given, sent, received);
  if (given.size === 0) return blocks;
  return blocks.map((block) => (block.type === 'tool_use' ? { ...block, input: quoted(block.input, given) } : block));
}

// Replacing changes texts and never the shape around them, so both bodies are walked alike.
function learnLines(given: Map<string, string>, sent: unknown, received: unknown): void {
  if (sent === received) return;
  if (typeof sent === 'string' && typeof received === 'string') {
    const lines = received.split('\n');
    for (const [index, line] of sent.split('\n').entries()) {
      const other = lines[index];
      if (other !== undefined && other !== line) given.set(withoutNumber(line), withoutNumber(other));
    }
    return;
  }
  if (!isObject(sent) || !isObject(received)) return;
  for (const [name, value] of Object.entries(sent)) learnLines(given, value, received[name]);
}

// The client numbers the lines of files it has read.
function withoutNumber(line: string): string {
  return line.replace(/^\d+\t/, '');
}

function quoted<Value>(value: Value, given: ReadonlyMap<string, string>): Value {
  return JSON.parse(JSON.stringify(value), (_, member: unknown) =>
    typeof member === 'string'
      ? member
          .split('\n')
          .map((line) => given.get(line) ?? line)
          .join('\n')
      : member,
  ) as Value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
