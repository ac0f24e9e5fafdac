import { validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { Fault } from '../files/fault.ts';
import type { CedarPolicy } from './read-policies.ts';
import { lineWithin } from './read-policies.ts';
import { cedarSchema } from './schema.ts';
import { findUnknownWords } from './unknown-words.ts';

/** Names of the company's own that policies compare with. */
export type KnownNames = { readonly labels: readonly string[] };

/**
 * Whether policies fit the facts: attributes that there are, compared with values that they can have.
 *
 * What Cedar only warns of (a policy that can never apply) is a fault here: whoever wrote it counts on it.
 */
export function checkPolicies(policies: readonly CedarPolicy[], names: KnownNames): readonly Fault[] {
  return policies.flatMap((policy) => [...typeFaults(policy), ...wordFaults(policy, names)]);
}

function typeFaults(policy: CedarPolicy): readonly Fault[] {
  const { id, file, line, source } = policy;
  const answer = validate({ schema: cedarSchema, policies: { staticPolicies: { [id]: source } } });
  const found =
    answer.type === 'failure'
      ? answer.errors
      : [...answer.validationErrors, ...answer.validationWarnings].map(({ error }) => error);
  return found.map(({ message, help, sourceLocations }) => ({
    file,
    line: lineWithin(source, line, sourceLocations?.[0]?.start ?? 0),
    path: id,
    code: 'cedar_invalid',
    detail: help === null ? message : `${message}; ${help}`,
  }));
}

function wordFaults({ id, file, line, json }: CedarPolicy, names: KnownNames): readonly Fault[] {
  const words = json.conditions.flatMap(({ body }) => findUnknownWords(body, names));
  return words.map((detail) => ({ file, line, path: id, code: 'literal_unknown', detail }));
}
