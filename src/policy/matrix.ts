import type { FindingFacts, PlanFacts } from './facts.ts';
import type { PartDecision } from './decision.ts';
import type { Policy } from './policy.ts';
import { supposedFacts, supposing } from './suppose.ts';

/** What a part may hold, for the matrix: nothing found, or a finding of one class. */
export const matrixContents = ['plain', 'secret', 'personal', 'dictionary'] as const;
export type MatrixContent = (typeof matrixContents)[number];

export type MatrixCell = Pick<PartDecision, 'verdict' | 'reasons'> & {
  readonly label: string;
  readonly content: MatrixContent;
};

/** A plan as it is sold, or with all that its vendor agrees to on request: zero data retention, no training. */
export type MatrixRow = {
  readonly plan: PlanFacts;
  readonly isAgreed: boolean;
  /** By label, the least sensitive first, and within it by content. */
  readonly cells: readonly MatrixCell[];
};

export type MatrixQuestion = {
  readonly plans: readonly PlanFacts[];
  /** The instant it is asked for, ISO 8601 in UTC. */
  readonly at: string;
  readonly workspace: string;
  readonly roles?: readonly string[];
};

/**
 * What may go to which plan, by label: each cell is a decision of the policy itself, for a file that a trained person
 * sends from a workspace, with a model and a client that nothing stands against. What the vendor agrees to on request has
 * a row of its own where it changes a verdict.
 */
export function buildMatrix(policy: Policy, question: MatrixQuestion): readonly MatrixRow[] {
  return question.plans.flatMap((plan) => {
    const bare = rowOf(policy, question, { plan, isAgreed: false });
    if (!plan.isZdrOffered && plan.training !== 'unless_opted_out') return [bare];
    const agreed = rowOf(policy, question, { plan, isAgreed: true });
    return String(verdictsOf(bare)) === String(verdictsOf(agreed)) ? [bare] : [bare, agreed];
  });
}

/**
 * Whether anything at all may go to a plan, with or without what its vendor agrees to on request: a file of the least
 * sensitive label in which nothing was found. What forbids it forbids all that is more sensitive.
 */
export function letsAnythingGo(policy: Policy, question: Omit<MatrixQuestion, 'plans'>, plan: PlanFacts): boolean {
  const label = policy.labels.all[0]?.name ?? '';
  return [false, true].some((isAgreed) => {
    const supposed = { ...question, isAgreed };
    const part = { kind: 'file', label, findings: [] };
    const [decided] = supposing(policy, supposed).decide(supposedFacts(supposed, plan), [part]).parts;
    return decided !== undefined && decided.verdict !== 'block';
  });
}

function verdictsOf({ cells }: MatrixRow): readonly string[] {
  return cells.map(({ verdict }) => verdict);
}

function rowOf(policy: Policy, question: MatrixQuestion, { plan, isAgreed }: Omit<MatrixRow, 'cells'>): MatrixRow {
  const supposed = { ...question, isAgreed };
  const asked = supposing(policy, supposed);
  const cells = policy.labels.all.flatMap(({ name: label }) =>
    matrixContents.map((content): MatrixCell => {
      const part = { kind: 'file', label, findings: findingsOf(content) };
      const [decided] = asked.decide(supposedFacts(supposed, plan), [part]).parts;
      const { verdict, reasons } = decided ?? { verdict: 'block', reasons: [] };
      return { label, content, verdict, reasons };
    }),
  );
  return { plan, isAgreed, cells };
}

function findingsOf(content: MatrixContent): readonly FindingFacts[] {
  return content === 'plain' ? [] : [{ class: content, kind: content, detector: content }];
}
