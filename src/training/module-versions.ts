import type { Catalogue } from '../catalogue/index.ts';
import { trainingModules } from './modules/modules.ts';
import { moduleVersion } from './modules/read-module.ts';
import type { TrainingParts } from './training-parts.ts';

/**
 * Writes down which versions of the modules are taught from now on, where they are others than before: whoever attested
 * another renews it. Gateways hear of it. Said twice, or by several processes, it changes nothing.
 */
export async function noteModuleVersions(parts: TrainingParts, tenantId: string, catalogue: Catalogue): Promise<void> {
  const now = parts.now();
  const taught = trainingModules.map((module) => ({
    module: module.id,
    version: moduleVersion(module, { catalogue, on: now }),
  }));
  await parts.store.inTenant(tenantId, async (db) => {
    const known = await db
      .selectFrom('training_module_version')
      .distinctOn('module')
      .select(['module', 'version'])
      .orderBy('module')
      .orderBy('in_force_since', 'desc')
      .execute();
    const before = new Map(known.map(({ module, version }) => [module, version]));
    const changed = taught.filter(({ module, version }) => before.get(module) !== version);
    if (changed.length === 0) return;
    await db
      .insertInto('training_module_version')
      .values(changed.map((each) => ({ tenant_id: tenantId, in_force_since: now, ...each })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await parts.announce(db, tenantId);
  });
}
