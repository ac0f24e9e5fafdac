import type { Model } from '../../src/evaluation/index.ts';
import { amountSpread, exactly, shareSpread } from '../../src/evaluation/model/spread.ts';

type ClassModel = Model['classes'][number];

/** A class of data as somebody might estimate it, with what a test says otherwise. */
export function classModel(changes: Partial<ClassModel> = {}): ClassModel {
  return {
    label: 'confidential',
    exchanges: exactly(1_000_000),
    incidentsPerMillion: amountSpread({ low: 0.2, likely: 1, high: 5 }),
    loss: amountSpread({ low: 50_000, likely: 200_000, high: 800_000 }),
    keptShare: shareSpread({ low: 0.2, likely: 0.4, high: 0.6 }),
    outsideZdr: exactly(0.1),
    redactionMisses: shareSpread({ low: 0.05, likely: 0.2, high: 0.5 }),
    goesAround: shareSpread({ low: 0.01, likely: 0.05, high: 0.2 }),
    ...changes,
  };
}
