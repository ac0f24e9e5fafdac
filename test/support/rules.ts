import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { termsOf } from '../../src/cli/policy/catalogue-terms.ts';
import type { ConsoleRules, RecordedQuestion } from '../../src/console-api/index.ts';
import { loadPolicy, type PolicyFile, type RecordedExchange } from '../../src/policy/index.ts';

const catalogue = openCatalogue(shippedData);
const terms = termsOf(catalogue);

export type Wanted = {
  readonly files?: readonly PolicyFile[];
  readonly recorded?: (question: RecordedQuestion) => AsyncIterable<RecordedExchange>;
};

/** The catalogue octroi comes with, and the policy of some files; without any, octroi's own. */
export function rulesInForce({ files = [], recorded = noExchanges }: Wanted = {}): ConsoleRules {
  const policy = loadPolicy(files);
  return {
    inForce: () => ({ policy, files, catalogue, terms }),
    scan: (text) => (text.includes('sesame') ? [{ class: 'secret', kind: 'password', detector: 'test' }] : []),
    recordedProbes: async () => [],
    recordedExchanges: recorded,
  };
}

async function* noExchanges(): AsyncGenerator<RecordedExchange> {}
