import { buildMirror, heldFiles, listFiles, type Mirror } from '../../retention/index.ts';
import { listContracts } from '../../tenancy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation } from '../command.ts';
import { textOption } from '../read-options.ts';
import type { Rules } from '../policy/rules-in-force.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import type { Installation } from '../wire.ts';
import { contractTerms } from './contract-terms.ts';

/** What vendors hold on a day, by the policy and the catalogue in force. @throws what opening these throws */
export async function readMirror(invocation: Invocation, installation: Installation, on: string): Promise<Mirror> {
  const { settings } = installation;
  const { terminal, options } = invocation;
  const folder = textOption(options, 'policy') ?? (settings.policy.folder || undefined);
  const { policy } = await openPolicyFolder(terminal.language, folder);
  return mirrorBy({ policy, catalogue: await loadCatalogue(settings) }, installation, on);
}

/** What vendors hold on a day, by rules that are at hand. */
export async function mirrorBy(
  { policy, catalogue }: Pick<Rules, 'policy' | 'catalogue'>,
  { tenancy, tenant }: Pick<Installation, 'tenancy'> & { readonly tenant: Pick<Installation['tenant'], 'id'> },
  on: string,
): Promise<Mirror> {
  const contracts = await listContracts(tenancy, tenant.id);
  return buildMirror(
    {
      books: tenancy,
      tenantId: tenant.id,
      contract: contractTerms({ contracts, policy, catalogue }),
      files: heldFiles(await listFiles(tenancy, tenant.id, { withEnded: true }), on),
      localTraceDays: policy.configuration.localTraceDays,
    },
    on,
  );
}
