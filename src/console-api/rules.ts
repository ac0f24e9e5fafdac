import type { Catalogue, ProbeRecord } from '../catalogue/index.ts';
import type { CaseSurroundings, Policy, PolicyFile, RecordedExchange, TermsSource } from '../policy/index.ts';

/** The policy and the catalogue, as they are in force together. */
export type RulesNow = {
  readonly policy: Policy;
  /** The files it was read from, those of cases too; none for the policy octroi brings. */
  readonly files: readonly PolicyFile[];
  readonly catalogue: Catalogue;
  /** The catalogue's terms, as the policy asks for them. */
  readonly terms: TermsSource;
};

export type RecordedProbe = { readonly client: string; readonly record: ProbeRecord };

/** What holds, and what it takes to try something else. */
export type ConsoleRules = {
  /** Asked for with each call: what holds may change under a running post. */
  inForce(): RulesNow;
  /** Finds what is sensitive in the text of a case. */
  readonly scan: CaseSurroundings['scan'];
  /** What the laboratory of this machine recorded of clients. */
  recordedProbes(): Promise<readonly RecordedProbe[]>;
  /** The exchanges that a tenant's ledger has, the oldest first, with the facts a policy asks for. */
  recordedExchanges(wanted: RecordedQuestion): AsyncIterable<RecordedExchange>;
};

/** Instants, ISO 8601; `until` is left out itself. */
export type RecordedQuestion = {
  readonly tenantId: string;
  readonly terms: TermsSource;
  readonly from: string | undefined;
  readonly until: string | undefined;
};
