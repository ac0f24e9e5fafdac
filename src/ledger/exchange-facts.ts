export type TokenUsage = {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly cacheReadTokens?: number;
  readonly cacheCreationTokens?: number;
};

/**
 * How sure it is under which plan an exchange left. `proven`: the organisation that answered is the contract's.
 * `declared`: the contract says so, and nothing contradicts it. `unknown`: the catalogue has no such plan.
 */
export type PlanProof = {
  readonly vendor: string;
  readonly plan: string;
  readonly proof: 'proven' | 'declared' | 'unknown';
  readonly evidence: readonly (
    | 'credential_api_key'
    | 'credential_bearer'
    | 'organization_matches'
    | 'contract'
    | 'catalogue'
  )[];
};
