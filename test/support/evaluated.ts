import { timeOrderedId } from '../../src/base/index.ts';
import type { Model } from '../../src/evaluation/index.ts';
import { evaluate } from '../../src/evaluation/model/evaluate.ts';
import { amountSpread, exactly, shareSpread } from '../../src/evaluation/model/spread.ts';
import type { EvaluationFigures, ZdrDecided } from '../../src/ledger/index.ts';

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

/** What an evaluation of one such class comes to. */
export function someFigures(): EvaluationFigures {
  return evaluate({ classes: [classModel()], costs: [], tolerance: [] }, { seed: '1', trials: 1_000 });
}

/** A decision on it that was made today for the API's plan, as the ledger has it, with what a test says otherwise. */
export function decisionOf(changes: Partial<ZdrDecided> = {}): ZdrDecided {
  return {
    kind: 'zdr_decided',
    id: timeOrderedId(),
    tenantId: '',
    recordedAt: new Date().toISOString(),
    evaluation: 'zdr-2027',
    vendor: 'anthropic',
    plan: 'api',
    currency: 'EUR',
    choice: { confidential: 'zdr' },
    residualRisk: 'A breach while a request is answered.',
    dpoOpinion: 'favourable',
    dpoReasons: 'Nothing is kept of what is left.',
    decider: 'G. Hopper',
    expiresOn: '2999-12-31',
    inputs: '{"measuredDays":30}',
    inputsDigest: 'd',
    figures: someFigures(),
    unpriced: [],
    catalogueVersion: '2026.11.20',
    catalogueDigest: 'd',
    premises: [],
    measured: { from: '2026-10-20T08:00:00.000Z', to: '2026-11-20T08:00:00.000Z' },
    volumes: {},
    labelsSeen: [],
    modelsOutside: [],
    actor: 'console',
    ...changes,
  };
}
