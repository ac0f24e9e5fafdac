import type { TextBlock, TextItem } from '../base/index.ts';
import { entryOf } from '../policy/index.ts';
import { claimsOf, noteOf } from './claims.ts';
import { contractLine, contractsOf, type KnownContract } from './contracts.ts';
import { forbiddenPlans } from './forbidden.ts';
import { lawBlocks, trainingBlock, unknownBlocks } from './frame.ts';
import { labelTable } from './labels.ts';
import { waysTable } from './ways.ts';
import { listOf, type Writing } from './writing.ts';

/** What who uses an assistant may use, with which account, for which data. */
export function usageCharter(writing: Writing): readonly TextBlock[] {
  const contracts = contractsOf(writing.material);
  return [
    writing.heading('charter.heading.principle'),
    writing.paragraph('charter.principle'),
    writing.heading('charter.heading.accounts'),
    ...listOf(contracts.map((contract) => ({ text: contractLine(writing, contract) }))),
    ...claimsOf(writing, contracts, ['training', 'business_use', 'use_restriction']),
    writing.paragraph('charter.otherPlans'),
    writing.heading('charter.heading.forbidden'),
    writing.paragraph('charter.forbidden'),
    ...forbiddenPlans(writing),
    writing.heading('charter.heading.tools'),
    ...toolBlocks(writing, contracts),
    writing.paragraph('charter.otherTools'),
    writing.heading('charter.heading.labels'),
    writing.paragraph('charter.labels'),
    labelTable(writing),
    writing.heading('charter.heading.ways'),
    ...waysTable(writing),
    writing.heading('charter.heading.duties'),
    writing.list('charter.duties'),
    writing.heading('charter.heading.refused'),
    writing.list('charter.refused'),
    writing.heading('charter.heading.training'),
    trainingBlock(writing),
    writing.heading('charter.heading.force'),
    writing.paragraph('charter.force', { toFillIn: writing.say('toFillIn') }),
    ...lawBlocks(writing, 'law.common'),
    ...unknownBlocks(writing),
  ];
}

// A program counts as usable with a contract when it is known to work with its plan and can be pointed at octroi, and the contract is in force.
function toolBlocks(writing: Writing, contracts: readonly KnownContract[]): readonly TextBlock[] {
  const { catalogue, on } = writing.material;
  const items = catalogue.clients().flatMap(({ id }): readonly TextItem[] => {
    const client = catalogue.client(id, on);
    const isHeld = contracts.some(
      ({ vendor, plan, isInForce }) => isInForce && client?.vendor === vendor && client.plans.includes(plan),
    );
    if (client?.gateway === undefined || !isHeld) return [];
    const { name, gateway } = client;
    return [{ text: toolLine(writing, id, { name, by: gateway.by }), note: noteOf(writing, gateway, `gateway:${id}`) }];
  });
  if (items.length === 0) return [writing.paragraph('charter.tools.none')];
  return [writing.paragraph('charter.tools'), ...listOf(items)];
}

function toolLine(writing: Writing, id: string, said: { readonly name: string; readonly by: string }): string {
  const version = entryOf(writing.material.policy.configuration.clients, id)?.minimumVersion;
  if (version === undefined) return writing.say('charter.tool', said);
  return writing.say('charter.tool.minimum', { ...said, version });
}
