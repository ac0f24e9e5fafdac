import type { FingerprintKey } from '../../base/index.ts';
import { digestLines, keyedMark, type Written, type WrittenPassage } from '../../ledger/index.ts';
import { passagesOfAnswer } from './answer-blocks.ts';
import type { Passage } from './passages.ts';

// A longer answer is no message of the API as it is today; more lines would make a record of hundreds of kilobytes.
const maxAnswerBytes = 8 * 1024 * 1024;
// Marking costs 0.3 µs a character (measured 2026-11-27), and an answer is marked in one go.
const mostCharacters = 200_000;
const mostPassages = 1_000;
const longestPath = 1_000;

/**
 * Keeps an answer until it has gone by, to mark what the model wrote in it. It is fed what the client gets, values put
 * back: that is what will stand in the work tree. Nothing is read before the end, so that no byte waits for it.
 */
export class AnswerHeld {
  readonly #isStream: boolean;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(isStream: boolean) {
    this.#isStream = isStream;
  }

  keep(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= maxAnswerBytes) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  /** What the model wrote, in keyed marks; undefined when it wrote nothing. `shown` is what a path may be told as. */
  written(key: FingerprintKey, shown: (path: string) => string): Written | undefined {
    if (this.#bytes > maxAnswerBytes) return { passages: [], isPartial: true };
    const answer = Buffer.concat(this.#chunks);
    this.#chunks = [];
    const passages = mayWrite(answer) ? passagesOfAnswer(answer.toString(), this.#isStream) : [];
    return passages.length === 0 ? undefined : writtenOf(key, passages, shown);
  }
}

// A fence may come in several events, one sign each. Most answers hold none, nor a call, and are not parsed.
function mayWrite(answer: Buffer): boolean {
  return answer.includes('"tool_use"') || answer.includes('`') || answer.includes('~');
}

function writtenOf(key: FingerprintKey, passages: readonly Passage[], shown: (path: string) => string): Written {
  let left = mostCharacters;
  const marked: WrittenPassage[] = [];
  for (const passage of passages.slice(0, mostPassages)) {
    marked.push(markPassage(key, passage, { left, shown }));
    left = Math.max(0, left - passage.text.length - passage.instead.length);
  }
  return left === 0 || passages.length > mostPassages ? { passages: marked, isPartial: true } : { passages: marked };
}

type Marking = { readonly left: number; readonly shown: (path: string) => string };

// What stood there before is not the model's work, though it writes it again around what it changes.
function markPassage(key: FingerprintKey, { by, path, text, instead }: Passage, { left, shown }: Marking) {
  const within = digestLines(text.slice(0, left));
  const before = digestLines(instead.slice(0, left));
  const oldLines = new Set(before.map(({ line }) => line));
  const oldGrams = new Set(before.flatMap(({ grams }) => grams));
  const own = within.flatMap(({ line }) => (line === undefined || oldLines.has(line) ? [] : [line]));
  const grams = within.flatMap((line) => line.grams).filter((gram) => !oldGrams.has(gram));
  const lines = text.split('\n').length;
  return {
    by,
    ...(path === undefined ? {} : { path: shown(path).slice(0, longestPath) }),
    lines,
    unmarked: Math.max(0, lines - own.length),
    lineMarks: joined(key, own),
    gramMarks: joined(key, grams),
  };
}

function joined(key: FingerprintKey, digests: readonly string[]): string {
  return [...new Set(digests)].map((digest) => keyedMark(key, digest)).join('');
}
