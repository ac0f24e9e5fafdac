import type { Catalogue } from '../catalogue/index.ts';
import { agreementsOn, compareContracts, type ContractFault, type Policy } from '../policy/index.ts';
import type { ListedContract } from '../tenancy/index.ts';
import type { ContractView } from './policy-contract.ts';

export type ContractsNow = {
  readonly held: readonly ListedContract[];
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  /** A day in UTC. */
  readonly today: string;
};

type Terms = Policy['configuration']['contracts'][string];

/** The contracts that are held, the oldest first, each with what the policy says of it; then those of the policy alone. */
export function contractViews(now: ContractsNow): readonly ContractView[] {
  const { held, policy } = now;
  const { contracts } = policy.configuration;
  const names = new Set(held.map(({ name }) => name));
  const faults = Map.groupBy(compareContracts(contracts, held), ({ contract }) => contract);
  const views = [
    ...held.map((contract) => heldView(now, contract)),
    ...Object.entries(contracts).flatMap(([name, terms]) => (names.has(name) ? [] : [unheldView(now, name, terms)])),
  ];
  return views.map((view) => ({ ...view, faults: (faults.get(view.name) ?? []).map(faultView) }));
}

type View = Omit<ContractView, 'faults'>;

function faultView({ code, inPolicy, held }: ContractFault): ContractView['faults'][number] {
  return { code, inPolicy, held };
}

function heldView(now: ContractsNow, contract: ListedContract): View {
  const { name, vendor, plan, id, upstreamUrl, organizationId, createdAt, stoppedAt, stoppedReason } = contract;
  const { contracts } = now.policy.configuration;
  const terms = Object.hasOwn(contracts, name) ? contracts[name] : undefined;
  return {
    name,
    held: { id, upstreamUrl, organizationId, createdAt, stoppedAt, stoppedReason },
    ...planNames(now.catalogue, vendor, plan),
    terms: terms === undefined ? null : termsView(now, name, terms),
  };
}

function unheldView(now: ContractsNow, name: string, terms: Terms): View {
  const [, vendor = '', plan = terms.plan] = /^([^/]*)\/(.*)$/.exec(terms.plan) ?? [];
  return { name, held: null, ...planNames(now.catalogue, vendor, plan), terms: termsView(now, name, terms) };
}

type PlanNames = Pick<ContractView, 'vendor' | 'vendorName' | 'plan' | 'planName' | 'audience'>;

// A plan that the catalogue does not know stands for itself: nothing is known of its terms.
function planNames({ data }: Catalogue, vendor: string, plan: string): PlanNames {
  const its = data.vendors.find(({ id }) => id === vendor);
  const found = its?.products.flatMap(({ plans }) => plans).find(({ id }) => id === plan);
  return {
    vendor,
    vendorName: its?.name ?? vendor,
    plan,
    planName: found?.name ?? plan,
    audience: found?.audience ?? 'unknown',
  };
}

function termsView({ policy, today }: ContractsNow, name: string, terms: Terms): NonNullable<ContractView['terms']> {
  const { plan, organization, startsOn, endsOn, retentionDays, zdr, trainingOptOut, region, owner, reviewOn } = terms;
  const { workspaces } = policy.configuration;
  return {
    plan,
    organization: organization ?? null,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    isOver: endsOn !== undefined && endsOn < today,
    retentionDays: retentionDays ?? null,
    zdr: zdr ?? null,
    trainingOptOut: trainingOptOut ?? null,
    region: region ?? null,
    owner: owner ?? null,
    reviewOn: reviewOn ?? null,
    isReviewOverdue: agreementsOn(terms, today).isReviewOverdue,
    workspaces: Object.entries(workspaces).flatMap(([workspace, { contract }]) =>
      contract === name ? [workspace] : [],
    ),
  };
}
