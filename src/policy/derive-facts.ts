import { agreementsOn } from './agreements.ts';
import type { CedarFacts } from './cedar/engine.ts';
import { entryOf } from './entry-of.ts';
import type { Configuration, ContractTerms } from './files/configuration.ts';
import type { ExchangeFacts } from './facts.ts';
import type { Labels } from './labels/labels.ts';
import { type TrainingState, trainingStateOf } from './training-state.ts';

export type ExchangeCedarFacts = Pick<CedarFacts, 'exchange'> & {
  readonly person: CedarFacts['person'] & { readonly training: TrainingState };
};

/**
 * The facts of an exchange as policies see them. Whatever depends on time becomes a word or a yes or no here: the same
 * facts then give the same text, and decisions can be remembered.
 */
export function deriveFacts(facts: ExchangeFacts, configuration: Configuration, labels: Labels): ExchangeCedarFacts {
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(facts.at) || Number.isNaN(Date.parse(facts.at)))
    throw new Error('at: no instant');
  const { plan, model, features, client } = facts;
  if (!Array.isArray(plan.featuresOutsideZdr)) throw new Error('featuresOutsideZdr: no list');
  const terms = entryOf(configuration.workspaces, facts.workspace) ?? configuration.otherWorkspaces;
  const contract = contractFacts(facts.contract, entryOf(configuration.contracts, facts.contract), facts.at);
  const featuresOutsideZdr = features.filter((feature) => plan.featuresOutsideZdr.includes(feature));
  const modelFacts = {
    name: wellFormed(model?.name ?? ''),
    isOutsideZdr: model?.isOutsideZdr ?? false,
    ignoresOptOut: model?.ignoresOptOut ?? false,
  };
  const exchange = {
    plan: {
      vendor: wellFormed(plan.vendor),
      name: wellFormed(plan.plan),
      audience: plan.audience,
      businessUse: plan.businessUse,
      training: plan.training,
      isZdrOffered: plan.isZdrOffered,
      personalDataNeedsZdr: plan.personalDataNeedsZdr,
    },
    workspace: {
      name: wellFormed(facts.workspace),
      ceilingRank: terms.ceiling === undefined ? labels.all.length - 1 : labels.rankOf(terms.ceiling),
      zdr: terms.zdr,
      contract: terms.contract ?? '',
    },
    contract,
    model: modelFacts,
    client: clientFacts(client, configuration),
    features: features.map(wellFormed),
    featuresOutsideZdr: featuresOutsideZdr.map(wellFormed),
    isZdrInForce: contract.hasZdr && plan.isZdrOffered && !modelFacts.isOutsideZdr && featuresOutsideZdr.length === 0,
  };
  const roles = facts.person.roles.map(wellFormed);
  return { person: { roles, training: trainingStateOf(facts, configuration) }, exchange };
}

function contractFacts(name: string, terms: ContractTerms | undefined, at: string) {
  return { name: wellFormed(name), ...agreementsOn(terms, at.slice(0, 10)), region: terms?.region ?? '' };
}

// Where a version is asked for, one that the client does not tell is too old.
function clientFacts({ name, version }: ExchangeFacts['client'], { clients }: Configuration) {
  const numbers = versionNumbers(version ?? '');
  const minimum = entryOf(clients, name)?.minimumVersion;
  const isTooOld = minimum !== undefined && isBefore(numbers, versionNumbers(minimum));
  const [major, minor, patch] = numbers;
  return { name: wellFormed(name), version: { major, minor, patch }, isTooOld };
}

type VersionNumbers = readonly [number, number, number];

function versionNumbers(version: string): VersionNumbers {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(version);
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0), Number(match?.[3] ?? 0)];
}

function isBefore(version: VersionNumbers, minimum: VersionNumbers): boolean {
  const different = [0, 1, 2].find((index) => version[index] !== minimum[index]);
  return different !== undefined && (version[different] ?? 0) < (minimum[different] ?? 0);
}

// Cedar takes no lone surrogates; a name that held one is still not any other name.
function wellFormed(text: string): string {
  return text.toWellFormed();
}
