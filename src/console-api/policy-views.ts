import { sha256Hex } from '../base/index.ts';
import { shownPath } from '../ledger/index.ts';
import { cliText } from '../messages/index.ts';
import {
  type CaseResult,
  type Difference,
  type Fault,
  type Label,
  octroiPolicies,
  type Policy,
  type PolicyFile,
} from '../policy/index.ts';
import type {
  CaseView,
  DifferenceView,
  LabelView,
  PolicyFaultView,
  PolicyView,
  ReasonsView,
} from './policy-contract.ts';

export function policyView(policy: Policy, files: readonly PolicyFile[]): PolicyView {
  return {
    version: policy.version,
    files: files.map(({ name, text }) => ({ name, text, digest: sha256Hex(text) })),
    labels: policy.labels.all.map((label) => labelView(policy, label)),
    rules: policy.policies.map(({ id, effect, text, source, file, line }) => ({
      id,
      effect,
      text: policy.textOf(id) ?? text,
      source,
      file,
      line,
    })),
    without: policy.configuration.withoutDefaultPolicies,
  };
}

function labelView({ configuration }: Policy, label: Label): LabelView {
  const { name, paths, except, detectors, needsZdr, neverLeaves, retention } = label;
  const { defaultLabel, defaultRetention } = configuration;
  const isDefault = name === defaultLabel;
  return {
    name,
    paths,
    except,
    detectors,
    needsZdr,
    neverLeaves,
    retention: retention ?? defaultRetention,
    isDefault,
  };
}

// Reasons of the decision itself, which no policy gives and `textOf` knows all the same.
const ownReasons = ['no-permit', 'cannot-be-redacted', 'evaluation-failed'];

/** Every reason that can stand in the ledger by this policy, and octroi's own that it has switched off. */
export function allReasons(policy: Policy): ReasonsView {
  const known = Object.fromEntries(octroiPolicies.map(({ id, text }) => [id, text]));
  return { ...known, ...reasonsOf(policy, [...ownReasons, ...policy.policies.map(({ id }) => id)]) };
}

/** What reasons say; one that the policy does not know is left out. */
export function reasonsOf(policy: Policy, reasons: Iterable<string>): ReasonsView {
  return Object.fromEntries(
    [...new Set(reasons)].flatMap((reason) => {
      const text = policy.textOf(reason);
      return text === undefined ? [] : [[reason, text] as const];
    }),
  );
}

export function caseView({ file, line, name, expected, decision, isMet }: CaseResult): CaseView {
  return {
    file,
    line,
    name,
    expected: { verdict: expected.verdict, reasons: expected.reasons ?? null },
    decided: { verdict: decision.verdict, reasons: decision.reasons },
    isMet,
  };
}

export function differenceView({ exchangeId, recordedAt, before, after, parts }: Difference): DifferenceView {
  return {
    exchangeId,
    at: recordedAt,
    before,
    after,
    parts: parts.map(({ kind, count, paths, ...decided }) => ({
      kind,
      count,
      paths: paths.map(shownPath),
      before: { verdict: decided.before.verdict, reasons: decided.before.reasons, label: decided.before.label },
      after: { verdict: decided.after.verdict, reasons: decided.after.reasons, label: decided.after.label },
    })),
  };
}

export function faultView({ file, line, path, code, detail }: Fault): PolicyFaultView {
  const key = `policyFault.${code}`;
  return { file, line, path, detail, text: { en: cliText('en', key, {}), fr: cliText('fr', key, {}) } };
}
