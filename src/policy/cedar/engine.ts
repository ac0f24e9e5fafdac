import {
  type AuthorizationAnswer,
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { CedarPolicy } from './read-policies.ts';
import { cedarSchema } from './schema.ts';

export type Action = 'transmit' | 'transmit_redacted';

/** The facts as the schema has them. */
export type CedarFacts = {
  readonly person: { readonly roles: readonly string[]; readonly training: string };
  readonly part: object;
  readonly exchange: object;
};

/** `reasons` are the ids of the policies that decided: the forbids, or the permits; none when no permit applies. */
export type Answer = { readonly isPermitted: boolean; readonly reasons: readonly string[] };

const schemaName = 'octroi';

/** Cedar with one version's policies in it. */
export class CedarEngine {
  readonly #policySet: string;

  /** @param policies checked: they parse and fit the schema. @param version tells this set of policies from all others. */
  constructor(policies: readonly CedarPolicy[], version: string) {
    this.#policySet = version;
    const sources = Object.fromEntries(policies.map(({ id, source }) => [id, source]));
    for (const answer of [
      preparseSchema(schemaName, cedarSchema),
      preparsePolicySet(version, { staticPolicies: sources }),
    ])
      if (answer.type === 'failure') throw new Error(answer.errors[0]?.message);
  }

  /** Asks for one action. 0.15 ms. @throws Error when a policy or the facts fail: the caller must refuse then. */
  ask(action: Action, { person, part, exchange }: CedarFacts): Answer {
    const principal = { type: 'Person', id: 'sender' };
    const resource = { type: 'Part', id: 'part' };
    return answerOf(
      statefulIsAuthorized({
        principal,
        action: { type: 'Action', id: action },
        resource,
        context: exchange as never,
        entities: [
          { uid: principal, attrs: person as never, parents: [] },
          { uid: resource, attrs: part as never, parents: [] },
        ],
        preparsedPolicySetId: this.#policySet,
        preparsedSchemaName: schemaName,
        validateRequest: true,
      }),
    );
  }
}

// A forbid that could not be evaluated may have been the one that counts.
function answerOf(answer: AuthorizationAnswer): Answer {
  if (answer.type === 'failure') throw new Error(answer.errors[0]?.message);
  const { decision, diagnostics } = answer.response;
  const [fault] = diagnostics.errors;
  if (fault) throw new Error(`${fault.policyId}: ${fault.error.message}`);
  return { isPermitted: decision === 'allow', reasons: diagnostics.reason.toSorted() };
}
