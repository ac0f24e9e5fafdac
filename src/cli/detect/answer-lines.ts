import { cliText, errorText, type Language } from '../../messages/index.ts';
import { inOrder } from './in-order.ts';
import type { Outcome, ScanThread } from './scan-thread.ts';
import { reasonText } from './reason-text.ts';

/** A line that was read: a text with its id, or why it is none. */
type Line =
  | { readonly number: number; readonly id: unknown; readonly text: string }
  | { readonly number: number; readonly fault: 'notJson' | 'noText' };

export type LineOptions = { readonly language: Language; readonly write: (line: string) => void };

/**
 * Answers lines of `{"id", "text"}` by lines of `{"id", "findings": [{"kind", "start", "end"}]}`: one for each, in their
 * order, as soon as what was read so far is scanned. Offsets count UTF-16 units of the decoded text; ends are exclusive.
 * A line that cannot be answered gets `{"line", "error"}` in its place. Blank lines are passed over.
 * @returns how many lines could not be answered.
 */
export async function answerLines(
  thread: ScanThread,
  source: AsyncIterable<Buffer>,
  { language, write }: LineOptions,
): Promise<number> {
  let unanswered = 0;
  await inOrder(
    lineBatches(source),
    async (lines) => {
      const texts = lines.filter((line) => 'text' in line);
      const outcomes = await thread.scan(texts.map(({ text }) => ({ text })));
      const byNumber = new Map(texts.map(({ number }, index) => [number, outcomes[index]]));
      return lines.map((line) => answerOf(line, byNumber.get(line.number), language));
    },
    (answers) => {
      unanswered += answers.filter((answer) => 'error' in answer).length;
      write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
    },
  );
  return unanswered;
}

function answerOf(line: Line, outcome: Outcome | undefined, language: Language): object {
  if ('fault' in line) {
    const reason = cliText(language, `detect.line.${line.fault}`, {});
    return { line: line.number, error: errorOf(language, 'cli_line_invalid', { line: line.number, reason }) };
  }
  if (outcome?.findings)
    return { id: line.id, findings: outcome.findings.map(({ kind, start, end }) => ({ kind, start, end })) };
  const reason = reasonText(language, outcome?.unscanned ?? 'failed');
  const name = cliText(language, 'detect.line.name', { line: line.number });
  return { id: line.id, line: line.number, error: errorOf(language, 'cli_text_unscanned', { name, reason }) };
}

function errorOf(language: Language, code: string, args: Readonly<Record<string, string | number>>): object {
  return { code, ...errorText(language, code, args) };
}

// What came in one read goes to the thread together, so that a writer who waits for answers gets them.
async function* lineBatches(source: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let rest: Buffer[] = [];
  for await (const chunk of source) {
    const feed = chunk.lastIndexOf(0x0a);
    if (feed === -1) {
      rest.push(chunk);
      continue;
    }
    const lines = splitLines(Buffer.concat([...rest, chunk.subarray(0, feed)]), number);
    number += lines.length;
    rest = [chunk.subarray(feed + 1)];
    yield lines.flatMap(({ read }) => read ?? []);
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield splitLines(last, number).flatMap(({ read }) => read ?? []);
}

function splitLines(bytes: Buffer, before: number): readonly { readonly read: Line | undefined }[] {
  const lines = bytes.toString('utf8').split('\n');
  return lines.map((line, index) => ({ read: readLine(line, before + index + 1) }));
}

function readLine(written: string, number: number): Line | undefined {
  const line = number === 1 ? written.replace(/^\ufeff/, '') : written;
  if (line.trim() === '') return undefined;
  const read = parsed(line);
  if (read === undefined) return { number, fault: 'notJson' };
  if (typeof read !== 'object' || read === null || !('text' in read) || typeof read.text !== 'string')
    return { number, fault: 'noText' };
  return { number, id: 'id' in read ? read.id : null, text: read.text };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // The caller says which line is no JSON.
  }
}
