import { type EnvelopeFault, openEnvelope, signEnvelope } from '../../base/signed-envelope.ts';
import type { KeyObject } from 'node:crypto';
import { policyError } from '../errors.ts';

/** A label as a workstation needs it: what it covers, and whether a file that bears it may leave. */
export type BundleLabel = {
  readonly name: string;
  readonly paths: readonly string[];
  readonly except: readonly string[];
  readonly isBlocked: boolean;
  /** Of the block: ids of policies, and what a person reads. */
  readonly reasons: readonly string[];
  readonly texts: { readonly en: string; readonly fr: string };
};

/** What the policy says to a workstation, decided beforehand: nothing that reads it needs the policy's engine. */
export type PolicyBundle = {
  readonly schema: 'octroi.policy.bundle/1';
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly madeAt: string;
  /** From this instant on nothing is decided by it any more. */
  readonly holdsUntil: string;
  readonly workspace: string;
  readonly contract: string;
  readonly route: 'gateway' | 'login';
  readonly requirements: {
    readonly gatewayUrl?: string;
    readonly minimumVersion?: string;
    readonly maxCleanupDays: number;
    readonly protectedPaths: readonly { readonly label: string; readonly path: string }[];
  };
  /** What the policy compiles to, by the id of the target. */
  readonly texts: Readonly<Record<string, string>>;
  /** The least sensitive first, as in the policy. */
  readonly labels: readonly BundleLabel[];
  readonly defaultLabel: string;
};

const type = 'application/vnd.octroi.policy-bundle+json';

/** The file that carries a bundle, signed. */
export function signBundle(bundle: PolicyBundle, key: KeyObject): string {
  return signEnvelope(Buffer.from(JSON.stringify(bundle)), { type, key });
}

const faults = {
  not_signed: 'policy_bundle_not_signed',
  key_not_pinned: 'policy_bundle_key_not_pinned',
  signature_invalid: 'policy_bundle_signature_invalid',
} as const satisfies Record<EnvelopeFault, string>;

/**
 * Opens a signed bundle that still holds. One signature by one of the pinned keys (base64 texts) must be right.
 * @throws policy_bundle_not_signed, policy_bundle_key_not_pinned, policy_bundle_signature_invalid, policy_bundle_foreign
 * for one of another version of octroi, policy_bundle_too_old
 */
export function openBundle(file: string, pinnedKeys: readonly string[], now: Date): PolicyBundle {
  const opened = openEnvelope(file, { type, pinnedKeys });
  if (opened.kind !== 'payload') throw policyError(faults[opened.kind], { keys: opened.keys });
  const bundle = parseBundle(opened.payload.toString('utf8'));
  // A clock that stands before it was made is as little to be trusted as one after its end.
  const isWithin = Date.parse(bundle.holdsUntil) > now.getTime() && Date.parse(bundle.madeAt) - dayMs < now.getTime();
  if (!isWithin) throw policyError('policy_bundle_too_old', { madeAt: bundle.madeAt, holdsUntil: bundle.holdsUntil });
  return bundle;
}

const dayMs = 86_400_000;

// Its signature is right, so octroi made it: what remains to be told is whether this version of octroi understands it.
function parseBundle(text: string): PolicyBundle {
  const value = JSON.parse(text) as PolicyBundle;
  if (value.schema !== 'octroi.policy.bundle/1')
    throw policyError('policy_bundle_foreign', { schema: String(value.schema) });
  return value;
}
