import type { Finding } from '../../src/detection/index.ts';
import type { Sample } from './sample.ts';

export type Score = {
  readonly labels: number;
  readonly found: number;
  readonly alarms: number;
  readonly trueAlarms: number;
  readonly negatives: number;
  readonly flaggedNegatives: number;
  readonly missed: readonly string[];
  readonly false: readonly string[];
};

/**
 * Scores a scan. A label counts as found when findings cover at least 80 % of it: then it is really hidden. Findings that
 * touch one another are one alarm, and a true one when they touch a label.
 */
export function score(samples: readonly Sample[], scan: (text: string) => readonly Finding[]): Score {
  const total = { labels: 0, found: 0, alarms: 0, trueAlarms: 0, negatives: 0, flaggedNegatives: 0 };
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const sample of samples) {
    const alarms = joined(scan(sample.text));
    for (const label of sample.labels) {
      total.labels += 1;
      if (covered(label, alarms) >= 0.8 * (label.end - label.start)) total.found += 1;
      else missed.push(`${sample.id} ${label.kind}: ${around(sample.text, label)}`);
    }
    for (const alarm of alarms) {
      total.alarms += 1;
      if (sample.labels.some((label) => label.start < alarm.end && alarm.start < label.end)) total.trueAlarms += 1;
      else wrong.push(`${sample.id} ${alarm.detector}: ${around(sample.text, alarm)}`);
    }
    if (sample.labels.length === 0) {
      total.negatives += 1;
      if (alarms.length > 0) total.flaggedNegatives += 1;
    }
  }
  return { ...total, missed, false: wrong };
}

export function recall({ found, labels }: Score): number {
  return found / labels;
}

export function precision({ trueAlarms, alarms }: Score): number {
  return alarms === 0 ? 1 : trueAlarms / alarms;
}

function joined(findings: readonly Finding[]): readonly Finding[] {
  const result: Finding[] = [];
  for (const finding of findings) {
    const last = result.at(-1);
    if (last && finding.start <= last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, finding.end) };
    else result.push(finding);
  }
  return result;
}

function covered(label: { readonly start: number; readonly end: number }, alarms: readonly Finding[]): number {
  return alarms.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, label.end) - Math.max(start, label.start)),
    0,
  );
}

function around(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return JSON.stringify(
    `${text.slice(Math.max(0, start - 50), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`,
  );
}
