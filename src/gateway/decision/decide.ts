import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import {
  type Decision,
  type ExchangeFacts,
  type ModelFacts,
  type PartFacts,
  type Policy,
  unknownPlan,
} from '../../policy/index.ts';
import type { Body } from '../anthropic/read-body.ts';
import { gatewayError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Inspection } from '../inspection/inspect.ts';
import { pathsInCommand } from './command-paths.ts';

type Subject = { readonly body: Body; readonly inspection: Inspection; readonly features: readonly string[] };

export type Deciding = Pick<GatewayParts, 'policy' | 'terms' | 'now'>;

const nothingFound: readonly DeclaredFinding[] = [];

/**
 * What the policy in force says of an exchange: of each piece in its order, then of what lies between them.
 *
 * Findings are asked for where they were found; paths as the client gave them, before anything in them was replaced.
 */
export function decide(deciding: Deciding, exchange: Exchange, { body, inspection, features }: Subject): Decision {
  const { parts: found, between } = inspection;
  const policy = deciding.policy();
  const labels = commandLabels(policy);
  const known = fingerprintsOf(found.values(), between);
  const parts: PartFacts[] = body.pieces.map(({ facts: { kind, path, command }, again }) => {
    const all = (found.size > 0 ? found.get(again)?.findings : undefined) ?? nothingFound;
    // What the vendor's model made up by itself, such as the password of an example, is no secret of ours.
    const findings = kind === 'thinking' ? all.filter(({ fingerprint }) => known.has(fingerprint)) : all;
    const label = command === undefined ? undefined : labels.ofCommand(command);
    return { kind, findings, ...(path === undefined ? {} : { path }), ...(label === undefined ? {} : { label }) };
  });
  parts.push({ kind: 'other', findings: between });
  const models = [...(body.model === undefined ? [''] : [body.model]), ...inspection.models];
  return policy.decide(exchangeFacts(deciding, exchange, { features, models }), parts);
}

const knownLabels = new WeakMap<Policy, CommandLabels>();

function commandLabels(policy: Policy): CommandLabels {
  const known = knownLabels.get(policy) ?? new CommandLabels(policy);
  knownLabels.set(policy, known);
  return known;
}

const maxCommands = 5_000;

/** The strictest label of the files that a command names; remembered, since a conversation brings the same ones again. */
class CommandLabels {
  readonly #policy: Policy;
  readonly #known = new Map<string, string | undefined>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  ofCommand(command: string): string | undefined {
    if (this.#known.has(command)) return this.#known.get(command);
    const { labels } = this.#policy;
    const ranks = pathsInCommand(command).map((path) => labels.ofPath(path));
    const label = ranks.length === 0 ? undefined : labels.all[Math.max(...ranks)]?.name;
    if (this.#known.size >= maxCommands) this.#known.clear();
    this.#known.set(command, label);
    return label;
  }
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
    // Roles and trainings come with the rooms that know them; until then nobody has any.
    person: { roles: [] },
    workspace: admission.workspaceName,
    contract,
    plan: terms().plan(`${vendor}/${plan}`, at) ?? unknownPlan(vendor, plan),
    features,
    client: { name: client, ...(version === undefined ? {} : { version }) },
    ...(models === undefined ? {} : { model: strictestModel(models.map((name) => terms().model(vendor, name, at))) }),
  };
}

// One that is not named, or not as a name, is none that anything is known of.
function strictestModel(models: readonly ModelFacts[]): ModelFacts {
  const [first] = models;
  const isUnnamed = first === undefined || first.name === '';
  return {
    name: first?.name ?? '',
    isOutsideZdr: isUnnamed || models.some(({ isOutsideZdr }) => isOutsideZdr),
    ignoresOptOut: models.some(({ ignoresOptOut }) => ignoresOptOut),
  };
}

/** The refusal of a decision, in the words of the policies behind it. */
export function refusalOfDecision({ texts, reasons }: Decision, language: 'fr' | 'en') {
  const said = texts.map((each) => each[language]);
  const text = [...new Set(said.map((each) => each.text))].join(' ') || reasons.join(', ');
  const hint = [...new Set(said.map((each) => each.hint))].join(' ');
  return gatewayError('gateway_policy_refused', { text, hint: hint || '–' });
}
