import type { Decision, PartDecision, Verdict } from './decision.ts';
import type { ExchangeFacts, PartFacts } from './facts.ts';
import { type AskingRepository, askedLabels } from './labels/asked-labels.ts';
import type { Policy } from './policy.ts';

/** What a record of the past may not tell. */
export type UnknownFact = 'roles' | 'training' | 'models';

/** A part of the past; `command` is what a tool was to run, whose words name files. */
export type RecordedPart = PartFacts & { readonly command?: string };

/** An exchange of the past, with its facts as they are known now. */
export type RecordedExchange = {
  readonly exchangeId: string;
  readonly recordedAt: string;
  readonly facts: ExchangeFacts;
  readonly parts: readonly RecordedPart[];
  /** What the repositories of its session asked for. */
  readonly repositories: readonly AskingRepository[];
  /** What of `facts` the record does not tell, and is supposed: no role, a training that holds, no other model. */
  readonly unknown: readonly UnknownFact[];
};

export type Outcome = { readonly verdict: Verdict; readonly reasons: readonly string[] };

/** Parts for which the same holds, counted; some of their paths, for a reader. */
export type PartGroup = {
  readonly kind: string;
  readonly before: PartDecision;
  readonly after: PartDecision;
  readonly count: number;
  readonly paths: readonly string[];
};

/** An exchange that two policies decide differently, and the parts that make the difference. */
export type Difference = {
  readonly exchangeId: string;
  readonly recordedAt: string;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly parts: readonly PartGroup[];
  /** What was supposed in both decisions, since the record does not tell it. */
  readonly unknown: readonly UnknownFact[];
};

const mostPathsTold = 5;

/** Yields the exchanges that `after` decides otherwise than `before`, in the order they come. Holds one at a time. */
export async function* diffPolicies(
  before: Policy,
  after: Policy,
  recorded: AsyncIterable<RecordedExchange>,
): AsyncGenerator<Difference> {
  for await (const exchange of recorded) {
    const difference = compare(before, after, exchange);
    if (difference) yield difference;
  }
}

/** One decision, told by the parts that share it. */
export type Explanation = {
  readonly decision: Decision;
  readonly parts: readonly {
    readonly kind: string;
    readonly decided: PartDecision;
    readonly count: number;
    readonly paths: readonly string[];
  }[];
};

/** Why a policy decides an exchange as it does; the strictest parts first. */
export function explain(policy: Policy, recorded: RecordedExchange): Explanation {
  const { parts } = recorded;
  const decision = decideAgain(policy, recorded);
  const groups = new Map<string, PartFacts[]>();
  for (const [index, part] of parts.entries()) put(groups, JSON.stringify([part.kind, decision.parts[index]]), part);
  const told = [...groups].map(([key, members]) => {
    const [kind, decided] = JSON.parse(key) as [string, PartDecision];
    return { kind, decided, count: members.length, paths: pathsOf(members) };
  });
  const order: readonly Verdict[] = ['block', 'redact', 'allow'];
  const rank = ({ decided }: { decided: PartDecision }) => order.indexOf(decided.verdict);
  return { decision, parts: told.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count) };
}

// As the gateway does: a file that a command names, or that its repository wants kept closer, is labelled so.
function decideAgain(policy: Policy, { facts, parts, repositories }: RecordedExchange): Decision {
  const labels = askedLabels(policy, repositories);
  const asked = parts.map(({ command, ...part }) => {
    const label = part.label ?? labels.of(part.path, command);
    return label === undefined ? part : { ...part, label };
  });
  return policy.decide(facts, asked);
}

// Reasons count too: the same verdict for another reason is another answer to whoever asks why.
function compare(before: Policy, after: Policy, recorded: RecordedExchange): Difference | undefined {
  const { exchangeId, recordedAt, parts, unknown } = recorded;
  const then = decideAgain(before, recorded);
  const now = decideAgain(after, recorded);
  const groups = groupParts(parts, then, now);
  if (isSame(then, now) && groups.length === 0) return undefined;
  return { exchangeId, recordedAt, before: outcomeOf(then), after: outcomeOf(now), parts: groups, unknown };
}

function groupParts(parts: readonly PartFacts[], then: Decision, now: Decision): readonly PartGroup[] {
  const groups = new Map<string, PartFacts[]>();
  for (const [index, part] of parts.entries()) {
    const [before, after] = [then.parts[index], now.parts[index]];
    if (before && after && !isSame(before, after)) put(groups, JSON.stringify([part.kind, before, after]), part);
  }
  return [...groups].map(([key, members]) => {
    const [kind, before, after] = JSON.parse(key) as [string, PartDecision, PartDecision];
    return { kind, before, after, count: members.length, paths: pathsOf(members) };
  });
}

function put(groups: Map<string, PartFacts[]>, key: string, part: PartFacts): void {
  const members = groups.get(key);
  if (members) members.push(part);
  else groups.set(key, [part]);
}

function pathsOf(parts: readonly PartFacts[]): readonly string[] {
  return [...new Set(parts.flatMap(({ path }) => path ?? []))].slice(0, mostPathsTold);
}

// A part's label and what is redacted in it belong to its answer.
function isSame(one: Outcome & Partial<PartDecision>, other: Outcome & Partial<PartDecision>): boolean {
  return (
    one.verdict === other.verdict &&
    one.label === other.label &&
    String(one.reasons) === String(other.reasons) &&
    String(one.redact) === String(other.redact)
  );
}

function outcomeOf({ verdict, reasons }: Outcome): Outcome {
  return { verdict, reasons };
}
