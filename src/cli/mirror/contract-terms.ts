import type { Catalogue, Fact, PlanTerms } from '../../catalogue/index.ts';
import { agreementsOn, entryOf, type Policy } from '../../policy/index.ts';
import type { Asked, HeldContract, TermsOfCopy } from '../../retention/index.ts';
import type { ListedContract } from '../../tenancy/index.ts';

export type ContractTermsParts = {
  readonly contracts: readonly ListedContract[];
  readonly policy: Policy;
  readonly catalogue: Catalogue;
};

/**
 * What is known of each contract on the day an exchange left: the catalogue's facts of that day, and what the policy in
 * force says was agreed and since when.
 */
export function contractTerms({
  contracts,
  policy,
  catalogue,
}: ContractTermsParts): (id: string) => HeldContract | undefined {
  const byId = new Map(contracts.map((contract) => [contract.id, heldContract(contract, policy, catalogue)] as const));
  return (id) => byId.get(id);
}

function heldContract({ name, vendor, plan }: ListedContract, policy: Policy, catalogue: Catalogue): HeldContract {
  const agreedTerms = entryOf(policy.configuration.contracts, name);
  const plans = new Map<string, Pick<TermsOfCopy, 'plan' | 'readLater' | 'agreed'>>();
  const onDay = (day: string): Pick<TermsOfCopy, 'plan' | 'readLater' | 'agreed'> => {
    const known = plans.get(day);
    if (known) return known;
    const found = {
      plan: planOn(catalogue, { vendor, plan, day }),
      readLater: factsReadLater(catalogue, { vendor, plan, day }),
      agreed: { retentionDays: agreedTerms?.retentionDays, hasZdr: agreementsOn(agreedTerms, day).hasZdr },
    };
    plans.set(day, found);
    return found;
  };
  return {
    holder: { vendor, plan, contract: name },
    terms: ({ recordedAt, model }: Asked) => ({
      ...onDay(recordedAt.slice(0, 10)),
      model: model === undefined ? undefined : catalogue.model(vendor, model, new Date(recordedAt)),
    }),
  };
}

type PlanOfDay = { readonly vendor: string; readonly plan: string; readonly day: string };

function planOn(catalogue: Catalogue, { vendor, plan, day }: PlanOfDay): PlanTerms | undefined {
  const isKnown = catalogue.data.vendors.some(
    ({ id, products }) => id === vendor && products.some(({ plans }) => plans.some((one) => one.id === plan)),
  );
  return isKnown ? catalogue.plan(vendor, plan, new Date(day)) : undefined;
}

function factsReadLater(catalogue: Catalogue, { vendor, plan, day }: PlanOfDay): readonly Fact[] {
  const facts = catalogue.data.vendors.find(({ id }) => id === vendor)?.facts ?? [];
  return facts.filter(
    ({ plans, criterion, startIsUnknown, validFrom }) =>
      criterion === 'retention' && plans.includes(plan) && startIsUnknown === true && validFrom > day,
  );
}
