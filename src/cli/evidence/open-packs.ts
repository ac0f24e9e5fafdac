import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { teamCsv, teamView, toldByRooms, trainingRulesOf } from '../../console-api/index.ts';
import type { PackParts } from '../../evidence/index.ts';
import type { Language } from '../../messages/index.ts';
import { gatewaySources } from '../egress/gateway-sources.ts';
import { listContracts } from '../../tenancy/index.ts';
import { cliError } from '../errors.ts';
import { meansOf } from '../notices/notice-material.ts';
import type { Rules } from '../policy/rules-in-force.ts';
import { lifetimesOf, openRetention } from '../retention/open-retention.ts';
import type { Installation } from '../wire.ts';
import { version } from '../version.ts';
import { eventLines } from './event-lines.ts';

const verifierFile = join(import.meta.dirname, '..', '..', '..', 'dist', 'verifier', 'octroi-verify.mjs');

export type PackRules = Pick<Rules, 'policy' | 'catalogue'>;

/** What packs of an installation are made with, by the rules in force. */
export async function openPacks(
  installation: Installation,
  { policy, catalogue }: PackRules,
  language: Language,
): Promise<PackParts> {
  const { tenancy, tenant, settings } = installation;
  const lifetimes = lifetimesOf(policy.configuration);
  const rules = trainingRulesOf({ policy, catalogue });
  const { staleAfterHours } = settings.fleet;
  return {
    ...tenancy,
    books: tenancy,
    sealer: tenancy.vault,
    retention: openRetention(installation, () => lifetimes),
    version,
    tenant,
    policy,
    catalogue,
    held: await listContracts(tenancy, tenant.id),
    kept: Object.entries(lifetimes.classes).map(([name, days]) => ({ name, days })),
    means: meansOf(settings),
    told: await toldByRooms({
      books: tenancy,
      tenantId: tenant.id,
      now: tenancy.now(),
      staleAfterHours,
      gateways: await gatewaySources(installation),
    }),
    trainingCsv: (team) => teamCsv(teamView(team, rules, language)),
    events: (range) => eventLines(installation, range),
    verifier: readVerifier,
  };
}

/** @throws cli_verifier_missing */
export async function readVerifier(): Promise<Buffer> {
  return readFile(verifierFile).catch((fault: unknown) => {
    throw cliError('cli_verifier_missing', { file: verifierFile }, fault);
  });
}
