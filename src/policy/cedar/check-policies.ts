import { validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { Fault } from '../files/fault.ts';
import type { CedarPolicy } from './read-policies.ts';
import { lineWithin } from './read-policies.ts';
import { cedarSchema, cedarWords } from './schema.ts';
import { findUnknownWords, type WordsOf } from './unknown-words.ts';

/** Names of the company's own that policies compare with; absent where they cannot be read. */
export type KnownNames = {
  readonly labels?: readonly string[];
  readonly workspaces?: readonly string[];
  readonly contracts?: readonly string[];
};

/**
 * Whether policies fit the facts: attributes that there are, compared with values that they can have.
 *
 * What Cedar only warns of (a policy that can never apply) is a fault here: whoever wrote it counts on it.
 */
export function checkPolicies(policies: readonly CedarPolicy[], names: KnownNames): readonly Fault[] {
  const wordsOf: WordsOf = (fact) => (fact === 'resource.label.name' ? names.labels : cedarWords.get(fact));
  return policies.flatMap((policy) => [...typeFaults(policy), ...wordFaults(policy, wordsOf, 'literal_unknown')]);
}

/**
 * Comparisons with a workspace or a contract that `octroi.yaml` does not name. A post may have it all the same, so such a
 * policy counts; but a name written wrong would never apply, and nothing else would say so.
 */
export function findUnnamed(policies: readonly CedarPolicy[], names: KnownNames): readonly Fault[] {
  const { workspaces, contracts } = names;
  // A workspace without a contract of its own has the name that is empty.
  const ofContracts = contracts && [...contracts, ''];
  const named = new Map([
    ['context.workspace.name', workspaces],
    ['context.workspace.contract', ofContracts],
    ['context.contract.name', ofContracts],
  ]);
  return policies.flatMap((policy) => wordFaults(policy, (fact) => named.get(fact), 'name_undefined'));
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

function wordFaults(
  { id, file, line, json }: CedarPolicy,
  wordsOf: WordsOf,
  code: 'literal_unknown' | 'name_undefined',
): readonly Fault[] {
  const words = json.conditions.flatMap(({ body }) => findUnknownWords(body, wordsOf));
  return words.map((detail) => ({ file, line, path: id, code, detail }));
}
