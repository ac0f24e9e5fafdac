import type { FingerprintKey } from '../base/index.ts';
import type { Sender } from '../ledger/index.ts';
import type { PersonFacts } from '../policy/index.ts';

export type Language = 'fr' | 'en';

/** Under what a tenant's exchanges leave. */
export type ContractInForce = {
  readonly name: string;
  readonly vendor: string;
  readonly plan: string;
  /** The vendor's base address, without a slash at its end. */
  readonly upstreamUrl: string;
  readonly credential: { readonly kind: 'api_key' | 'bearer'; readonly value: string };
  /** The organisation that must answer; absent when the contract names none. */
  readonly organizationId: string | undefined;
  readonly isStopped: boolean;
};

/** Who a request is admitted as. */
export type Admission = {
  readonly tenantId: string;
  readonly fingerprintKey: FingerprintKey;
  readonly sender: Sender;
  /** What policies know of the person. */
  readonly person: PersonFacts;
  readonly language: Language;
  /** The workspace's name, by which policies speak of it. */
  readonly workspaceName: string;
  readonly contract: ContractInForce;
};

export type AdmissionAnswer =
  | { readonly kind: 'admitted'; readonly admission: Admission }
  | {
      readonly kind: 'refused';
      readonly reason: 'unknown' | 'expired' | 'revoked' | 'no_contract';
      readonly language?: Language;
    };

/**
 * An answer to who a key stands for. `isConfirmed` is false when the database is away and the answer is one remembered:
 * it must be confirmed before anything leaves.
 */
export type Looked = { readonly answer: AdmissionAnswer; readonly isConfirmed: boolean };

/** Looks an octroi key up. Throws when the database is away and nothing is remembered. */
export type Admit = (key: string) => Promise<Looked>;
