import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EvaluationFigures } from '../../ledger/index.ts';
import type { Choice, Model, Run } from '../model/model.ts';

/** What goes to the thread. */
export type Task = { readonly model: Model; readonly run: Run; readonly chosen: Choice | null };

/** Evaluates in a thread of its own: the gateway shares the process, and a second of it is a second of nobody's answers. */
export async function evaluateInThread(
  model: Model,
  run: Run,
  chosen: Choice | null = null,
): Promise<EvaluationFigures> {
  const task: Task = { model, run, chosen };
  const worker = new Worker(new URL('./evaluation-worker.ts', import.meta.url), { workerData: task });
  try {
    const [figures]: EvaluationFigures[] = await once(worker, 'message');
    if (!figures) throw new Error('the evaluating thread answered nothing');
    return figures;
  } finally {
    await worker.terminate();
  }
}
