/** An input file as somebody might write it: the given lines of classes and options in place of the usual ones. */
export function evaluationFile({
  exchanges = 'measured',
  more = '',
  plan = 'anthropic/api',
  options = usualOptions,
} = {}): string {
  return `evaluation: zdr-2027
plan: ${plan}
currency: EUR
tolerance:
  - { loss: 250000, probability: 0.05 }
seed: 7
trials: 20000
classes:
  confidential:
    exchanges: ${exchanges}
    incidentsPerMillion: ${estimate('0.2', '1', '5')}
    loss: ${estimate('50000', '200000', '800000')}
    keptShare: ${estimate('0.2', '0.4', '0.6')}
    outsideZdr: measured
    redactionMisses: ${estimate('0.05', '0.2', '0.5')}
    goesAround: ${estimate('0.01', '0.05', '0.2')}
${more}${options}`;
}

/** A range with whoever estimated it. */
export function estimate(...[low, likely, high]: readonly [string, string, string]): string {
  return `{ low: ${low}, likely: ${likely}, high: ${high}, estimator: A. Lovelace, source: incident register 2024-2026, on: 2026-11-20 }`;
}

const usualOptions = `options:
  redaction:
    costs:
      operation of the detectors: { perYear: ${estimate('5000', '8000', '15000')} }
  zdr:
    price:
      source: offer 4711
      on: 2026-11-02
      tiers:
        - { upToExchanges: 1000000, perThousand: 2 }
        - { perThousand: 1 }
    lostFeatures:
      batches: ${estimate('1000', '4000', '9000')}
    lostModels:
      fable-5: ${estimate('1000', '2000', '3000')}
  block:
    costs:
      work without the assistant: { perYear: ${estimate('20000', '60000', '150000')}, label: confidential }
`;
