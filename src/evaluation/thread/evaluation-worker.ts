// The thread that evaluates: one task, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import { evaluate } from '../model/evaluate.ts';
import type { Task } from './evaluate-in-thread.ts';

if (!parentPort) throw new Error('evaluation-worker runs as a thread');
const { model, run, chosen } = workerData as Task;
parentPort.postMessage(evaluate(model, run, chosen));
