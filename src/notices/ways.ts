import type { TextBlock } from '../base/index.ts';
import { matrixContents, planFactsOf, type Policy, unknownPlan, type Verdict } from '../policy/index.ts';
import { contractsOf, type KnownContract } from './contracts.ts';
import type { Writing } from './writing.ts';

type Way = {
  readonly workspaces: readonly string[];
  readonly contract: KnownContract;
  readonly cells: readonly Cell[];
};
type Cell = { readonly label: string; readonly verdicts: readonly Verdict[] };

// No workspace of the policy can have this name: names begin with a letter or a digit.
const anyOther = '*';

/** What may leave from which workspace under which contract, by label: decisions of the policy itself. */
export function waysTable(writing: Writing): readonly TextBlock[] {
  const contracts = contractsOf(writing.material);
  if (contracts.length === 0) return [writing.paragraph('contractsUnknown')];
  const rows = contracts
    .flatMap((contract) => waysUnder(writing, contract))
    .flatMap(({ workspaces, contract, cells }) =>
      cells.map(({ label, verdicts }) => [
        workspaces.map((name) => (name === anyOther ? writing.say('way.otherWorkspaces') : name)).join(', '),
        contract.name,
        label,
        ...verdicts.map((verdict) => writing.say(`verdict.${verdict}`)),
      ]),
    );
  return [writing.table('columns.ways', rows), writing.paragraph('waysHow')];
}

// Workspaces for which the same holds stand in one row.
function waysUnder({ material }: Writing, contract: KnownContract): readonly Way[] {
  const { configuration } = material.policy;
  const served = [...Object.entries(configuration.workspaces), [anyOther, configuration.otherWorkspaces] as const]
    .filter(([, terms]) => terms.contract === undefined || terms.contract === contract.name)
    .map(([name]) => name);
  const asked = byFirstLabel(material.policy);
  const ways = served.map((name) => ({ name, cells: cellsOf(asked, { workspace: name, contract, on: material.on }) }));
  return [...Map.groupBy(ways, ({ cells }) => JSON.stringify(cells)).values()].map((same) => ({
    workspaces: same.map(({ name }) => name),
    contract,
    cells: same[0]?.cells ?? [],
  }));
}

// A label that is handed in can only make a part stricter: with the first for what has no other, it is the one that counts.
function byFirstLabel(policy: Policy): Policy {
  return policy.with({ ...policy.configuration, defaultLabel: policy.labels.all[0]?.name ?? '' });
}

type Asked = { readonly workspace: string; readonly contract: KnownContract; readonly on: Date };

function cellsOf(policy: Policy, { workspace, contract, on }: Asked): readonly Cell[] {
  const exchange = {
    at: on.toISOString(),
    person: { roles: [], trainingValidUntil: '9999-12-31' },
    workspace,
    contract: contract.name,
    plan: contract.terms ? planFactsOf(contract.terms) : unknownPlan(contract.vendor, contract.plan),
    features: [],
    client: { name: '' },
  };
  const parts = policy.labels.all.flatMap(({ name: label }) =>
    matrixContents.map((content) => ({
      kind: 'file',
      label,
      findings: content === 'plain' ? [] : [{ class: content, kind: content, detector: content }],
    })),
  );
  const decided = policy.decide(exchange, parts).parts;
  const width = matrixContents.length;
  return policy.labels.all.map(({ name: label }, rank) => ({
    label,
    verdicts: decided.slice(rank * width, (rank + 1) * width).map(({ verdict }) => verdict),
  }));
}
