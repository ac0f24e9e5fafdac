import { generateKeyPairSync } from 'node:crypto';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { pinnedKeyText } from '../../src/base/signed-envelope.ts';
import { endpointRequirements } from '../../src/cli/policy/endpoint-requirements.ts';
import type { FixProfile } from '../../src/endpoint/index.ts';
import {
  loadPolicy,
  makeBundle,
  planFactsOf,
  type PolicyBundle,
  type PolicyFile,
  signBundle,
} from '../../src/policy/index.ts';

/** The day of the facts in the corpus of workstations. */
export const today = new Date('2026-11-26T12:00:00Z');

export const hookCommand = '/usr/local/bin/octroi-endpoint hook';

const catalogue = openCatalogue(shippedData);

export type BundleChoice = {
  readonly files?: readonly PolicyFile[];
  readonly route?: PolicyBundle['route'];
  readonly hook?: string;
  readonly at?: Date;
  readonly days?: number;
};

/** What a policy says to workstations; octroi's own where no file is given. */
export function bundle({
  files = [],
  route = 'gateway',
  hook = hookCommand,
  at = today,
  days = 30,
}: BundleChoice = {}) {
  const policy = loadPolicy(files);
  const { maxCleanupDays, protectedPaths } = endpointRequirements(policy, at.toISOString().slice(0, 10));
  return makeBundle({
    days,
    requirements: { maxCleanupDays, protectedPaths },
    inputFor: ({ plan }) => {
      const [vendor = '', name = ''] = plan.split('/');
      return {
        policy,
        catalogue,
        at: at.toISOString(),
        plan: planFactsOf(catalogue.plan(vendor, name, at)),
        contract: '',
        workspace: 'default',
        route:
          route === 'gateway'
            ? { kind: 'gateway', url: 'https://octroi.internal', hookCommand: hook }
            : { kind: 'login', organizationId: '5f0c4d5e-0000-4000-8000-000000000001', hookCommand: hook },
        say: (key) => key,
      };
    },
  });
}

export function profileOf({ policyVersion, route, texts }: PolicyBundle): FixProfile {
  return { policyVersion, route, texts: new Map(Object.entries(texts)) };
}

const { privateKey } = generateKeyPairSync('ed25519');

export const pinnedKey = pinnedKeyText(privateKey);

export function signed(made: PolicyBundle): string {
  return signBundle(made, privateKey);
}
