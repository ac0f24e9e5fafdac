import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import { type Decision, type ExchangeFacts, type PartFacts, unknownPlan } from '../../policy/index.ts';
import type { Body } from '../anthropic/read-body.ts';
import { gatewayError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Inspection } from '../inspection/inspect.ts';
import { featuresOf } from './features.ts';

export type Deciding = Pick<GatewayParts, 'policy' | 'terms' | 'now'>;

const nothingFound: readonly DeclaredFinding[] = [];

/**
 * What the policy in force says of an exchange: of each piece in its order, then of what lies between them.
 *
 * Findings are asked for where they were found; paths as the client gave them, before anything in them was replaced.
 */
export function decide(
  deciding: Deciding,
  exchange: Exchange,
  { body, inspection }: { readonly body: Body; readonly inspection: Inspection },
): Decision {
  const { parts: found, between } = inspection;
  const known = fingerprintsOf(found.values(), between);
  const parts: PartFacts[] = body.pieces.map(({ facts: { kind, path }, again }) => {
    const all = (found.size > 0 ? found.get(again)?.findings : undefined) ?? nothingFound;
    // What the vendor's model made up by itself, such as the password of an example, is no secret of ours.
    const findings = kind === 'thinking' ? all.filter(({ fingerprint }) => known.has(fingerprint)) : all;
    return path === undefined ? { kind, findings } : { kind, path, findings };
  });
  parts.push({ kind: 'other', findings: between });
  return deciding.policy().decide(factsOf(deciding, exchange, { body, inspection }), parts);
}

// Of the values that stand in what the client itself sends.
function fingerprintsOf(found: Iterable<DeclaredPart>, between: readonly DeclaredFinding[]): ReadonlySet<string> {
  const fingerprints = new Set(between.map(({ fingerprint }) => fingerprint));
  for (const { kind, findings = [] } of found)
    if (kind !== 'thinking' && kind !== 'assistant_text')
      for (const { fingerprint } of findings) fingerprints.add(fingerprint);
  return fingerprints;
}

function factsOf(
  { terms, now }: Deciding,
  { admission, request }: Exchange,
  { body, inspection: { features } }: { readonly body: Body; readonly inspection: Inspection },
): ExchangeFacts {
  const at = now().toISOString();
  const { name: contract, vendor, plan } = admission.contract;
  const [, client = '', version] = /^([^/\s]+)\/(\S+)/.exec(request.headers['user-agent'] ?? '') ?? [];
  return {
    at,
    // Roles and trainings come with the rooms that know them; until then nobody has any.
    person: { roles: [] },
    workspace: admission.workspaceName,
    contract,
    plan: terms().plan(`${vendor}/${plan}`, at) ?? unknownPlan(vendor, plan),
    features: featuresOf(features, String(request.headers['anthropic-beta'] ?? '')),
    client: { name: client, ...(version === undefined ? {} : { version }) },
    ...(body.model === undefined ? {} : { model: terms().model(vendor, body.model, at) }),
  };
}

/** The refusal of a decision, in the words of the policies behind it. */
export function refusalOfDecision({ texts, reasons }: Decision, language: 'fr' | 'en') {
  const said = texts.map((each) => each[language]);
  const text = [...new Set(said.map((each) => each.text))].join(' ') || reasons.join(', ');
  const hint = [...new Set(said.map((each) => each.hint))].join(' ');
  return gatewayError('gateway_policy_refused', { text, hint });
}
