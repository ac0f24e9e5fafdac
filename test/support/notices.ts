import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import type { Means, NoticeMaterial } from '../../src/notices/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';

const catalogue = openCatalogue(shippedData);
const means: Means = { gateway: 'used', egress: 'unused', inspection: 'unknown', workstations: 'unknown' };

/** What a notice is written from, by an `octroi.yaml`, on a day that stands still. */
export function noticeMaterial(yaml: string, otherwise: Partial<NoticeMaterial> = {}): NoticeMaterial {
  return {
    policy: loadPolicy(yaml === '' ? [] : [{ name: 'octroi.yaml', text: yaml }]),
    catalogue,
    on: new Date('2026-11-27T00:00:00.000Z'),
    version: '0.0.1',
    held: undefined,
    means,
    organization: 'Works & Sons',
    contact: 'dpo@example.com',
    ...otherwise,
  };
}

/** A policy in which much is said. */
export const spokenPolicy = `
contracts:
  main: {plan: anthropic/api, zdr: {since: 2026-01-01, document: order 12}, owner: J. Doe, reviewOn: 2027-01-01}
  old: {plan: openai/enterprise, endsOn: 2026-01-01}
workspaces:
  billing: {ceiling: internal, contract: main}
  secretlab: {zdr: true, contract: main}
training: {required: true, modules: [commercial-or-consumer], graceDays: 7}
capture:
  confidential: {purpose: "incident 4711, what left", days: 7}
retention:
  standard: {days: 200}
  telemetry: {days: 90}
  declaration: {days: 730, justification: internal control of 2026}
exceptions:
  - {control: telemetry-off, owner: J. Doe, until: 2026-12-24, reason: rollout until Christmas}
  - {control: terms-current, owner: A. Roe, until: 2026-10-01, reason: over long ago}
withoutDefaultPolicies: [personal-data]
clients:
  claude-code: {minimumVersion: 2.1.300}
`;
