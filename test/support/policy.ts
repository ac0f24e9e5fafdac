import {
  type ExchangeFacts,
  type FindingFacts,
  loadPolicy,
  type PartFacts,
  type PlanFacts,
  type Policy,
  type TermsSource,
} from '../../src/policy/index.ts';

/** A commercial plan with nothing against it. */
export const commercialPlan: PlanFacts = {
  vendor: 'anthropic',
  plan: 'api',
  audience: 'commercial',
  businessUse: 'allowed',
  training: 'no',
  isZdrOffered: true,
  featuresOutsideZdr: ['files', 'batches', 'code_execution', 'mcp_connector'],
  personalDataNeedsZdr: false,
};

/** An exchange that nothing forbids, but for what a test says. */
export function exchangeFacts(but: Partial<ExchangeFacts> = {}): ExchangeFacts {
  return {
    at: '2026-11-26T08:00:00.000Z',
    person: { roles: [] },
    workspace: 'default',
    contract: 'anthropic',
    plan: commercialPlan,
    features: [],
    client: { name: 'claude-cli', version: '2.1.330' },
    ...but,
  };
}

export function part(kind: string, but: Partial<PartFacts> = {}): PartFacts {
  return { kind, findings: [], ...but };
}

export const found: Readonly<Record<FindingFacts['class'], FindingFacts>> = {
  secret: { class: 'secret', kind: 'password', detector: 'assigned-secret' },
  personal: { class: 'personal', kind: 'email', detector: 'email' },
  dictionary: { class: 'dictionary', kind: 'client', detector: 'dictionary-client' },
};

/** A policy of an `octroi.yaml` and of `own.cedar`. */
export function policyOf(yaml: string, cedar?: string): Policy {
  const files = [{ name: 'octroi.yaml', text: yaml }];
  return loadPolicy(cedar === undefined ? files : [...files, { name: 'own.cedar', text: cedar }]);
}

/** Terms as a catalogue gives them: one good plan, one for consumers. */
export const someTerms: TermsSource = {
  plan: (id) => {
    if (id === 'anthropic/api') return commercialPlan;
    return id === 'anthropic/max' ? { ...commercialPlan, plan: 'max', audience: 'consumer' } : undefined;
  },
  model: (_vendor, name) => ({ name, isOutsideZdr: name.includes('fable'), ignoresOptOut: name.startsWith('labs-') }),
};
