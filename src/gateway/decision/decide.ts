import type { DeclaredFinding, DeclaredPart, LabelledRepository } from '../../ledger/index.ts';
import { errorText } from '../../messages/index.ts';
import {
  askedLabels,
  type Decision,
  type ExchangeFacts,
  type PartFacts,
  strictestModel,
  unknownPlan,
} from '../../policy/index.ts';
import type { Body } from '../anthropic/read-body.ts';
import { gatewayError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Inspection } from '../inspection/inspect.ts';

type Subject = {
  readonly body: Body;
  readonly inspection: Inspection;
  readonly features: readonly string[];
  /** What the repositories of its session ask for. */
  readonly repositories: readonly LabelledRepository[];
};

export type Deciding = Pick<GatewayParts, 'policy' | 'terms' | 'now'>;

const nothingFound: readonly DeclaredFinding[] = [];

/**
 * What the policy in force says of an exchange: of each piece in its order, then of what lies between them.
 *
 * Findings are asked for where they were found; paths as the client gave them, before anything in them was replaced.
 */
export function decide(deciding: Deciding, exchange: Exchange, subject: Subject): Decision {
  const { body, inspection, features, repositories } = subject;
  const { parts: found, between } = inspection;
  const policy = deciding.policy();
  const labels = askedLabels(policy, repositories);
  const known = fingerprintsOf(found.values(), between);
  const parts: PartFacts[] = body.pieces.map(({ facts: { kind, path, command }, again }) => {
    const all = (found.size > 0 ? found.get(again)?.findings : undefined) ?? nothingFound;
    // What the vendor's model made up by itself, such as the password of an example, is no secret of ours.
    const findings = kind === 'thinking' ? all.filter(({ fingerprint }) => known.has(fingerprint)) : all;
    const label = labels.of(path, command);
    return { kind, findings, ...(path === undefined ? {} : { path }), ...(label === undefined ? {} : { label }) };
  });
  parts.push({ kind: 'other', findings: between });
  const models = [...(body.model === undefined ? [''] : [body.model]), ...inspection.models];
  return policy.decide(exchangeFacts(deciding, exchange, { features, models }), parts);
}

// Of the values that stand in what the client itself sends.
function fingerprintsOf(found: Iterable<DeclaredPart>, between: readonly DeclaredFinding[]): ReadonlySet<string> {
  const fingerprints = new Set(between.map(({ fingerprint }) => fingerprint));
  for (const { kind, findings = [] } of found)
    if (kind !== 'thinking' && kind !== 'assistant_text')
      for (const { fingerprint } of findings) fingerprints.add(fingerprint);
  return fingerprints;
}

type Asking = {
  readonly features: readonly string[];
  /** The models it names; undefined for a request that is for none. */
  readonly models: readonly string[] | undefined;
};

/** What policies are asked with, but for the parts. */
export function exchangeFacts(
  { terms, now }: Deciding,
  { admission, request }: Exchange,
  { features, models }: Asking,
): ExchangeFacts {
  const at = now().toISOString();
  const { name: contract, vendor, plan } = admission.contract;
  const [, client = '', version] = /^([^/\s]+)\/(\S+)/.exec(request.headers['user-agent'] ?? '') ?? [];
  return {
    at,
    person: admission.person,
    workspace: admission.workspaceName,
    contract,
    plan: terms().plan(`${vendor}/${plan}`, at) ?? unknownPlan(vendor, plan),
    features,
    client: { name: client, ...(version === undefined ? {} : { version }) },
    ...(models === undefined ? {} : { model: strictestModel(models.map((name) => terms().model(vendor, name, at))) }),
  };
}

/**
 * The refusal of a decision, in the words of the policies behind it.
 * @param closedRoots folders whose `.octroi.yaml` cannot be read: that may be all there is behind it.
 */
export function refusalOfDecision({ texts, reasons }: Decision, language: 'fr' | 'en', closedRoots: readonly string[]) {
  const closed = errorText(language, 'gateway_labels_closed', { roots: closedRoots.join(', ') });
  const said = [...texts.map((each) => each[language]), ...(closedRoots.length === 0 ? [] : [closed])];
  const text = [...new Set(said.map((each) => each.text))].join(' ') || reasons.join(', ');
  const hint = [...new Set(said.map((each) => each.hint))].join(' ');
  return gatewayError('gateway_policy_refused', { text, hint: hint || '–' });
}
