import type { TokenUsage } from '../../ledger/index.ts';
import { factText } from './piece.ts';

/** What an answer tells of itself. Whatever it does not tell, or what could not be read, is absent. */
export type AnswerFacts = {
  readonly model?: string;
  readonly stopReason?: string;
  readonly usage?: TokenUsage;
  /** The file that an upload made. */
  readonly file?: { readonly id: string; readonly createdAt: string; readonly expiresAt?: string };
};

/** Sees an answer's bytes go by and keeps its facts; never holds or changes a byte of it. */
export type AnswerObserver = {
  see(chunk: Buffer): void;
  facts(): AnswerFacts;
};

/** An observer for an answer of this content type; one that sees nothing for any other. */
export function observeAnswer(contentType: string | undefined, contentEncoding: string | undefined): AnswerObserver {
  const isPlain = contentEncoding === undefined || contentEncoding === 'identity';
  if (isPlain && contentType?.startsWith('text/event-stream')) return new StreamObserver();
  if (isPlain && contentType?.startsWith('application/json')) return new DocumentObserver();
  return { see: () => {}, facts: () => ({}) };
}

// A longer line, or a longer document, is no message of the API as it is today; its facts stay unknown.
const maxLineBytes = 256 * 1024;
const maxDocumentBytes = 4 * 1024 * 1024;

const lineFeed = 0x0a;
const usageMark = Buffer.from('"usage"');

/** Reads `message_start` and `message_delta` out of server-sent events; every other line goes by unparsed. */
class StreamObserver implements AnswerObserver {
  #facts: AnswerFacts = {};
  #held: Buffer[] = [];
  #heldBytes = 0;

  see(chunk: Buffer): void {
    let at = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, at)) {
      this.#line(this.#joined(chunk.subarray(at, end)));
      at = end + 1;
    }
    if (at < chunk.length) this.#hold(chunk.subarray(at));
  }

  facts(): AnswerFacts {
    return this.#facts;
  }

  #joined(rest: Buffer): Buffer {
    if (this.#heldBytes === 0) return rest;
    const line = this.#heldBytes > maxLineBytes ? rest : Buffer.concat([...this.#held, rest]);
    this.#held = [];
    this.#heldBytes = 0;
    return line;
  }

  #hold(rest: Buffer): void {
    this.#heldBytes += rest.length;
    if (this.#heldBytes <= maxLineBytes) this.#held.push(rest);
    else this.#held = [];
  }

  #line(line: Buffer): void {
    // Most lines are deltas. Inside a JSON string the mark would stand escaped, so only a member of that name has it.
    if (line.length < 6 || line[0] !== 0x64 || !line.includes(usageMark)) return;
    const event = parse(line.subarray(line.indexOf(0x3a) + 1));
    if (event['type'] === 'message_start') this.#facts = { ...this.#facts, ...messageFacts(object(event['message'])) };
    if (event['type'] !== 'message_delta') return;
    const delta = messageFacts({ ...object(event['delta']), usage: event['usage'] });
    this.#facts = { ...this.#facts, ...delta, usage: { ...this.#facts.usage, ...delta.usage } };
  }
}

/** Keeps a JSON answer until its end and reads its facts then. */
class DocumentObserver implements AnswerObserver {
  #chunks: Buffer[] = [];
  #bytes = 0;

  see(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= maxDocumentBytes) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  facts(): AnswerFacts {
    const answer = parse(Buffer.concat(this.#chunks));
    return answer['type'] === 'file' ? fileFacts(answer) : messageFacts(answer);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function messageFacts(message: Fields): AnswerFacts {
  const { model, stop_reason: stopReason, usage } = message;
  return {
    ...(typeof model === 'string' ? { model: factText(model.slice(0, 200)) } : {}),
    ...(typeof stopReason === 'string' ? { stopReason: factText(stopReason.slice(0, 100)) } : {}),
    ...(usage === undefined || usage === null ? {} : { usage: usageFacts(object(usage)) }),
  };
}

// platform.claude.com/docs/en/api/http/files, read 2026-11-26.
function fileFacts({ id, created_at: createdAt, expires_at: expiresAt }: Fields): AnswerFacts {
  if (typeof id !== 'string' || !/^file_[0-9A-Za-z]{1,128}$/.test(id) || !isInstant(createdAt)) return {};
  return { file: { id, createdAt, ...(isInstant(expiresAt) ? { expiresAt } : {}) } };
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && value.length < 40 && !Number.isNaN(Date.parse(value));
}

function usageFacts(usage: Fields): TokenUsage {
  return {
    ...count('inputTokens', usage['input_tokens']),
    ...count('outputTokens', usage['output_tokens']),
    ...count('cacheReadTokens', usage['cache_read_input_tokens']),
    ...count('cacheCreationTokens', usage['cache_creation_input_tokens']),
  };
}

function count(name: keyof TokenUsage, value: unknown): TokenUsage {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? { [name]: value } : {};
}

function object(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parse(bytes: Buffer): Fields {
  try {
    return object(JSON.parse(bytes.toString()));
  } catch {
    return {}; // The answer goes to the client as it is; only its facts stay unknown.
  }
}
