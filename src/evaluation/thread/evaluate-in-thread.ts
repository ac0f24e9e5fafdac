import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Evaluation } from '../model/evaluate.ts';
import type { Choice, Model, Run } from '../model/model.ts';

/** What goes to the thread. */
export type Task = { readonly model: Model; readonly run: Run; readonly chosen: Choice | null };

/** Evaluates in a thread of its own: the gateway shares the process, and a second of it is a second of nobody's answers. */
export async function evaluateInThread(model: Model, run: Run, chosen: Choice | null = null): Promise<Evaluation> {
  const task: Task = { model, run, chosen };
  const worker = new Worker(new URL('./evaluation-worker.ts', import.meta.url), { workerData: task });
  try {
    const [evaluation]: Evaluation[] = await once(worker, 'message');
    if (!evaluation) throw new Error('the evaluating thread answered nothing');
    return evaluation;
  } finally {
    await worker.terminate();
  }
}
