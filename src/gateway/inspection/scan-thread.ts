import { Worker } from 'node:worker_threads';
import { OctroiError } from '../../base/index.ts';
import type { RuleSources } from '../../detection/index.ts';
import { gatewayError } from '../errors.ts';
import type { ScannedText } from './scan-texts.ts';
import type { ScanAnswer, ScanJob } from './scan-worker.ts';

type Waiting = {
  readonly job: ScanJob;
  readonly resolve: (texts: readonly ScannedText[]) => void;
  readonly reject: (fault: Error) => void;
  readonly since: number;
};

// What a job may take beyond its budget: the worker looks at the clock itself; this is for a rule that never comes back.
const graceMs = 1_000;
const mostTurns = 4;

/**
 * A thread for large texts; jobs go one after the other. It is started with the first job, and anew after one that would
 * not end.
 */
export class ScanThread {
  readonly #rules: RuleSources;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(rules: RuleSources) {
    this.#rules = rules;
  }

  /** Resolves with the findings of each text. @throws scan_timed_out, gateway_scan_failed */
  scan(job: ScanJob): Promise<readonly ScannedText[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly ScannedText[]>();
    this.#waiting.push({ job, resolve, reject, since: performance.now() });
    this.#next();
    return promise;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#current) return;
    this.#refuseOverdue();
    this.#current = this.#waiting.shift();
    if (!this.#current) return;
    const { job } = this.#current;
    this.#timer = setTimeout(() => this.#giveUp(timedOut(job)), job.budgetMs + graceMs);
    this.#started().postMessage(job);
  }

  // Behind others for longer than it may take itself, several times over: the sender hears of it rather than waits on.
  #refuseOverdue(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (performance.now() - first.since < mostTurns * first.job.budgetMs) return;
      this.#waiting.shift();
      first.reject(timedOut(first.job));
    }
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: this.#rules });
    worker.unref();
    worker.on('message', (answer: ScanAnswer) => this.#take(answer));
    worker.on('error', () => this.#giveUp(gatewayError('gateway_scan_failed')));
    worker.on('exit', () => this.#giveUp(gatewayError('gateway_scan_failed')));
    this.#worker = worker;
    return worker;
  }

  #take(answer: ScanAnswer): void {
    const current = this.#end();
    if (answer.kind === 'scanned') current?.resolve(answer.texts);
    else if (answer.kind === 'timed_out') current?.reject(timedOut(current.job));
    else current?.reject(gatewayError('gateway_scan_failed', {}, new Error(answer.cause)));
    this.#next();
  }

  // The thread does not answer, or has fallen over: what it held is refused, and the next job gets a new one.
  #giveUp(fault: OctroiError): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.removeAllListeners();
    worker?.on('error', () => {}); // Ended on purpose by now; what it says of it is of no use.
    void worker?.terminate();
    this.#end()?.reject(fault);
    this.#next();
  }

  #end(): Waiting | undefined {
    const current = this.#current;
    this.#current = undefined;
    clearTimeout(this.#timer);
    return current;
  }
}

function timedOut({ texts }: ScanJob): OctroiError {
  return new OctroiError('scan_timed_out', { length: texts.reduce((sum, { text }) => sum + text.length, 0) });
}
