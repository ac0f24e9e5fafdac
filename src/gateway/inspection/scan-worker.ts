// A thread that scans large texts, so that other requests go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { OctroiError } from '../../base/index.ts';
import { type RuleSources, rulesetOf } from '../../detection/index.ts';
import type { KnownValue } from './known-values.ts';
import { type ScannedText, scanTexts, type TextToScan } from './scan-texts.ts';

export type ScanJob = {
  readonly texts: readonly TextToScan[];
  readonly values: readonly KnownValue[];
  readonly budgetMs: number;
};

export type ScanAnswer =
  | { readonly kind: 'scanned'; readonly texts: readonly ScannedText[] }
  | { readonly kind: 'timed_out' }
  | { readonly kind: 'failed'; readonly cause: string };

const ruleset = rulesetOf(workerData as RuleSources);

function answerTo({ texts, values, budgetMs }: ScanJob): ScanAnswer {
  try {
    return { kind: 'scanned', texts: scanTexts(ruleset, texts, { values, budgetMs }) };
  } catch (fault) {
    if (fault instanceof OctroiError && fault.code === 'scan_timed_out') return { kind: 'timed_out' };
    // Its message might hold a piece of the text: only its name and place go on.
    return { kind: 'failed', cause: fault instanceof Error ? fault.name : 'unknown' };
  }
}

parentPort?.on('message', (job: ScanJob) => parentPort?.postMessage(answerTo(job)));
