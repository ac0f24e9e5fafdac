import type { PlanTerms } from '../catalogue/index.ts';
import type { Exchange, FlowLine } from '../ledger/index.ts';
import type { ListedContract } from '../tenancy/index.ts';
import type { WayView } from './egress-contract.ts';
import { audienceOf, namedPerson, type SourceNames, sourceView } from './egress-views.ts';

type WayParts = {
  readonly flows: readonly FlowLine[];
  readonly exchanges: readonly Exchange[];
  readonly contracts: readonly Pick<ListedContract, 'id' | 'vendor' | 'plan'>[];
  readonly plans: readonly Pick<PlanTerms, 'vendor' | 'plan' | 'audience'>[];
  readonly names: SourceNames;
};

/** Sums what went, and what was tried, by source, post and goal; the widest first. */
export function waysOf(parts: WayParts): readonly WayView[] {
  const ways = [
    ...parts.exchanges.map((exchange) => wayOfExchange(exchange, parts)),
    ...parts.flows.map((flow) => wayOfFlow(flow, parts.names)),
  ];
  const sums = new Map<string, WayView>();
  for (const way of ways) {
    const { source, post, vendor, detail, audience } = way;
    const key = JSON.stringify([source, post, vendor, detail, audience]);
    const known = sums.get(key);
    sums.set(key, known ? add(known, way) : way);
  }
  return [...sums.values()].toSorted((one, other) => other.bytes - one.bytes || other.refused - one.refused);
}

function add(one: WayView, other: WayView): WayView {
  return {
    ...one,
    passed: one.passed + other.passed,
    refused: one.refused + other.refused,
    bytes: one.bytes + other.bytes,
  };
}

function wayOfExchange({ began, ended }: Exchange, { contracts, plans, names }: WayParts): WayView {
  const contract = contracts.find(({ id }) => id === began.sender.contractId);
  const plan = plans.find((terms) => terms.vendor === contract?.vendor && terms.plan === contract.plan);
  const isPassed = began.verdict !== 'block' && !(ended?.kind === 'exchange_finished' && ended.outcome === 'not_sent');
  const sent = began.kind === 'exchange_declared' ? began.request.bodyBytes : 0;
  const answered = ended?.kind === 'exchange_finished' ? ended.answerBytes : 0;
  return {
    source: { kind: 'person', person: namedPerson(began.sender.personId, names) },
    post: 'gateway',
    vendor: contract?.vendor ?? null,
    detail: contract?.plan ?? null,
    audience: plan?.audience ?? 'unknown',
    passed: isPassed ? 1 : 0,
    refused: isPassed ? 0 : 1,
    bytes: isPassed ? sent + answered : 0,
  };
}

function wayOfFlow(flow: FlowLine, names: SourceNames): WayView {
  const isPassed = flow.effect !== 'refused';
  return {
    source: sourceView(flow.source, names),
    post: 'egress',
    vendor: flow.vendor ?? null,
    detail: flow.purpose ?? null,
    audience: audienceOf(flow),
    passed: isPassed ? 1 : 0,
    refused: isPassed ? 0 : 1,
    bytes: (flow.end?.bytesOut ?? 0) + (flow.end?.bytesIn ?? 0),
  };
}
