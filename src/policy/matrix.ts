import type { FindingFacts, PlanFacts } from './facts.ts';
import type { PartDecision } from './decision.ts';
import type { Policy } from './policy.ts';

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

function verdictsOf({ cells }: MatrixRow): readonly string[] {
  return cells.map(({ verdict }) => verdict);
}

function rowOf(policy: Policy, question: MatrixQuestion, { plan, isAgreed }: Omit<MatrixRow, 'cells'>): MatrixRow {
  const { at, workspace, roles = [] } = question;
  const supposed = supposing(policy, { plan, isAgreed, workspace });
  const person = { roles, trainingValidUntil: '9999-12-31' };
  const facts = { at, person, workspace, contract: supposedContract, plan, features: [], client: { name: '' } };
  const cells = policy.labels.all.flatMap(({ name: label }) =>
    matrixContents.map((content): MatrixCell => {
      const [decided] = supposed.decide(facts, [{ kind: 'file', label, findings: findingsOf(content) }]).parts;
      const { verdict, reasons } = decided ?? { verdict: 'block', reasons: [] };
      return { label, content, verdict, reasons };
    }),
  );
  return { plan, isAgreed, cells };
}

const supposedContract = 'a contract for the plan';

// The same policies, with a contract for the plan; and with the first label for what has no other, so that each is seen.
function supposing(
  policy: Policy,
  { plan, isAgreed, workspace }: { plan: PlanFacts; isAgreed: boolean; workspace: string },
) {
  const { configuration } = policy;
  const agreed = { since: '0001-01-01', document: '' };
  const contract = { plan: plan.plan, ...(isAgreed ? { zdr: agreed, trainingOptOut: agreed } : {}) };
  const terms = Object.hasOwn(configuration.workspaces, workspace)
    ? configuration.workspaces[workspace]
    : configuration.otherWorkspaces;
  return policy.with({
    ...configuration,
    defaultLabel: policy.labels.all[0]?.name ?? '',
    contracts: { [supposedContract]: contract },
    workspaces: { [workspace]: { zdr: false, ...terms, contract: undefined } },
  });
}

function findingsOf(content: MatrixContent): readonly FindingFacts[] {
  return content === 'plain' ? [] : [{ class: content, kind: content, detector: content }];
}
