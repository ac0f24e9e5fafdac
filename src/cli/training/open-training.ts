import { trainingRulesOf } from '../../console-api/index.ts';
import { announceChange } from '../../tenancy/index.ts';
import { readTeam, type TeamStanding, type TrainingParts, type TrainingRules } from '../../training/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation } from '../command.ts';
import { withInstallation } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import type { Installation } from '../wire.ts';

/** Trainings on an open installation, by the policy and the catalogue in force. */
export type OpenTraining = {
  readonly installation: Installation;
  readonly parts: TrainingParts;
  readonly rules: TrainingRules;
  readonly tenantId: string;
  /** The console's own address, which names modules and persons outside. */
  readonly home: string;
  readonly team: () => Promise<TeamStanding>;
};

// What stands for the console where it has no address that others reach: a name that no host can have (RFC 2606).
const nowhere = 'https://octroi.invalid';

/** Opens the installation with its policy and catalogue. @throws what opening these throws */
export async function withTraining<T>(invocation: Invocation, work: (open: OpenTraining) => Promise<T>): Promise<T> {
  return withInstallation(invocation, async (installation) => {
    const { settings, tenancy, tenant } = installation;
    const { policy } = await openPolicyFolder(invocation.terminal.language, settings.policy.folder || undefined);
    const rules = trainingRulesOf({ policy, catalogue: await loadCatalogue(settings) });
    return work({
      installation,
      parts: { ...tenancy, announce: announceChange },
      rules,
      tenantId: tenant.id,
      home: settings.console.publicUrl.replace(/\/+$/, '') || nowhere,
      team: () => readTeam(tenancy, tenant.id, { rules, now: tenancy.now() }),
    });
  });
}
