import type { CompileInput, Target } from '../compile/target.ts';
import { compile, targets } from '../compile/targets.ts';
import { factsOfHook, saidOf } from '../hooks/file-facts.ts';
import { byFirstLabel } from '../suppose.ts';
import type { BundleLabel, PolicyBundle } from './bundle.ts';

/** The compile targets that are files of a workstation. */
const workstationTargets: ReadonlySet<string> = new Set([
  'claude-code',
  'mobileconfig',
  'reg',
  'copilot-settings',
  'vscode',
  'codex',
  'gemini-cli',
]);

export type BundleInput = {
  /** What a target is compiled from: its plan and contract are its own. */
  readonly inputFor: (target: Target) => CompileInput;
  readonly requirements: Omit<PolicyBundle['requirements'], 'gatewayUrl'>;
  /** How many days it holds. */
  readonly days: number;
};

const dayMs = 86_400_000;

/** Decides beforehand what a workstation will ask. @throws Error without the target `claude-code` */
export function makeBundle({ inputFor, requirements, days }: BundleInput): PolicyBundle {
  const chosen = targets.filter(({ id }) => workstationTargets.has(id));
  const main = chosen.find(({ id }) => id === 'claude-code');
  if (!main) throw new Error('claude-code: no such target');
  const input = inputFor(main);
  const { policy, catalogue, at, workspace, contract, route } = input;
  return {
    schema: 'octroi.policy.bundle/1',
    policyVersion: policy.version,
    catalogueVersion: catalogue.version,
    madeAt: at,
    holdsUntil: new Date(Date.parse(at) + days * dayMs).toISOString(),
    workspace,
    contract,
    route: route.kind,
    requirements: { ...requirements, ...(route.kind === 'gateway' ? { gatewayUrl: route.url } : {}) },
    texts: Object.fromEntries(chosen.map((target) => [target.id, compile(target, inputFor(target))[0]?.text ?? ''])),
    labels: labelsOf(input),
    defaultLabel: policy.configuration.defaultLabel,
  };
}

function labelsOf({ policy, at, workspace, contract, plan }: CompileInput): readonly BundleLabel[] {
  const asked = byFirstLabel(policy);
  // Of a workstation's persons nothing is known: whose training is overdue the gateway refuses.
  const person = { roles: [], trainingValidUntil: '9999-12-31' };
  const facts = factsOfHook({ at, person, workspace, contract, plan });
  return policy.labels.all.map(({ name, paths, except }) => {
    const decision = asked.decide(facts, [{ kind: 'file', label: name, findings: [] }]);
    const isBlocked = decision.verdict === 'block';
    return {
      name,
      paths,
      except,
      isBlocked,
      reasons: isBlocked ? decision.reasons : [],
      texts: isBlocked ? saidOf(decision) : { en: '', fr: '' },
    };
  });
}
