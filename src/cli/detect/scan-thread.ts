import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Finding, type RefusedSource, type RuleSources, SourceRefusal } from '../../detection/index.ts';

/** A text to scan; the path is that of its file, for imported rules that ask for it. */
export type Text = { readonly text: string; readonly path?: string };

/** What a scan gave. Without an answer there is a reason, so that nothing passes for clean that was not looked at. */
export type Outcome =
  | { readonly findings: readonly Finding[]; readonly unscanned?: undefined }
  | { readonly unscanned: 'timed_out' | 'failed'; readonly findings?: undefined };

/** What goes to the thread. */
export type Batch = { readonly texts: readonly Text[]; readonly budgetMs: number };

/** What the thread says first. */
export type Readiness =
  | { readonly kind: 'ready'; readonly rulesetVersion: string }
  | { readonly kind: 'refused'; readonly refused: RefusedSource };

export type ScanThreadOptions = {
  readonly sources: RuleSources;
  /** Time for a batch, by the UTF-16 units in it. */
  readonly budgetMsOf?: (length: number) => number;
  /** What runs in the thread. */
  readonly program?: URL;
};

// A scan reads 100 MB/s and more: this is a hundred times what it takes, for machines that do other things as well.
const usualBudgetMs = (length: number): number => 10_000 + length / 1_000;
// After this long beyond its budget a thread that has not answered is ended from outside.
const graceMs = 1_000;

/**
 * Scans texts in a thread of its own, under a time budget that holds whatever the text and the rules are.
 *
 * Inside, a scan looks at the clock; a thread that does not answer all the same is ended and begun anew, and its batch is
 * tried text by text, so that one bad text costs only itself. Batches are answered in their order, one at a time.
 */
export class ScanThread {
  readonly #options: Required<ScanThreadOptions>;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #rulesetVersion = '';

  private constructor(options: ScanThreadOptions) {
    const program = new URL('./scan-worker.ts', import.meta.url);
    this.#options = { budgetMsOf: usualBudgetMs, program, ...options };
  }

  /** Resolves when the rules are made. @throws SourceRefusal */
  static async start(options: ScanThreadOptions): Promise<ScanThread> {
    const thread = new ScanThread(options);
    await thread.#begin();
    return thread;
  }

  get rulesetVersion(): string {
    return this.#rulesetVersion;
  }

  /** An outcome for each text, in their order. */
  scan(texts: readonly Text[]): Promise<readonly Outcome[]> {
    const outcomes = this.#last.then(() => this.#scanInTurn(texts));
    this.#last = outcomes;
    return outcomes;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #scanInTurn(texts: readonly Text[]): Promise<readonly Outcome[]> {
    const answer = await this.#ask(texts);
    if (typeof answer !== 'string') return answer;
    const [first] = texts;
    if (texts.length === 1 && first) return [{ unscanned: answer }];
    const outcomes: Outcome[] = [];
    for (const text of texts) outcomes.push(...(await this.#scanInTurn([text])));
    return outcomes;
  }

  async #ask(texts: readonly Text[]): Promise<readonly Outcome[] | 'timed_out' | 'failed'> {
    const worker = this.#worker ?? (await this.#begin());
    const budgetMs = this.#options.budgetMsOf(texts.reduce((sum, { text }) => sum + text.length, 0));
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), budgetMs + graceMs);
    try {
      worker.postMessage({ texts, budgetMs } satisfies Batch);
      const [answer]: Outcome[][] = await once(worker, 'message', { signal: silence.signal });
      return answer ?? 'failed';
    } catch {
      // Silent beyond its time, or broken: the thread goes, and what it was asked counts as not scanned.
      await this.stop();
      return silence.signal.aborted ? 'timed_out' : 'failed';
    } finally {
      clearTimeout(timer);
    }
  }

  async #begin(): Promise<Worker> {
    const { program, sources } = this.#options;
    const worker = new Worker(program, { workerData: sources });
    const [readiness]: Readiness[] = await once(worker, 'message');
    if (readiness?.kind !== 'ready') {
      await worker.terminate();
      throw readiness ? new SourceRefusal(readiness.refused) : new Error('the scanning thread did not begin');
    }
    this.#rulesetVersion = readiness.rulesetVersion;
    this.#worker = worker;
    return worker;
  }
}
