// The thread that scans: it makes the ruleset, says that it is ready, then answers batches of texts in their order.
import { parentPort, workerData } from 'node:worker_threads';
import { OctroiError } from '../../base/index.ts';
import { type Ruleset, rulesetOf, type RuleSources, scan, SourceRefusal } from '../../detection/index.ts';
import type { Batch, Outcome, Readiness, Text } from './scan-thread.ts';

if (!parentPort) throw new Error('scan-worker runs as a thread');
const port = parentPort;

const ruleset = make(workerData as RuleSources);
if (ruleset)
  port.on('message', ({ texts, budgetMs }: Batch) =>
    port.postMessage(texts.map((text) => outcomeOf(ruleset, text, budgetMs))),
  );

function make(sources: RuleSources): Ruleset | undefined {
  try {
    const made = rulesetOf(sources);
    tell({ kind: 'ready', rulesetVersion: made.version });
    return made;
  } catch (fault) {
    if (!(fault instanceof SourceRefusal)) throw fault;
    tell({ kind: 'refused', refused: fault.refused });
    return undefined;
  }
}

function tell(readiness: Readiness): void {
  port.postMessage(readiness);
}

function outcomeOf(rules: Ruleset, { text, path }: Text, budgetMs: number): Outcome {
  const endsAt = performance.now() + budgetMs;
  try {
    const options = { isOver: () => performance.now() > endsAt, ...(path === undefined ? {} : { path }) };
    return { findings: scan(rules, text, options) };
  } catch (fault) {
    const isLate = fault instanceof OctroiError && fault.code === 'scan_timed_out';
    return { unscanned: isLate ? 'timed_out' : 'failed' };
  }
}
