import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeCause, OctroiError } from '../../base/index.ts';
import type { PackDesk } from '../../console-api/index.ts';
import { checkPeriod, makePack } from '../../evidence/index.ts';
import type { RulesInForce } from '../policy/rules-in-force.ts';
import type { Installation } from '../wire.ts';
import { openPacks } from './open-packs.ts';

const packName = /^([0-9a-f-]{36})\.zip$/;

/** Packs that the console asks for: made one at a time beside what else the post does, kept in the data folder. */
export function packDesk(installation: Installation, inForce: Pick<RulesInForce, 'rules'>): PackDesk {
  const { settings, tenancy } = installation;
  const folder = join(resolve(settings.data), 'packs');
  let state: ReturnType<PackDesk['state']> = { isMaking: false, fault: null };
  return {
    begin: async (wish, actor) => {
      checkPeriod(wish.period, tenancy.now());
      state = { isMaking: true, fault: null };
      const make = async (): Promise<void> => {
        const { id, zip } = await makePack(await openPacks(installation, inForce.rules, wish.language), wish, actor);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(join(folder, `${id}.zip`), zip, { mode: 0o600 });
      };
      void make().then(
        () => (state = { isMaking: false, fault: null }),
        (fault: unknown) =>
          (state = { isMaking: false, fault: fault instanceof OctroiError ? fault.code : describeCause(fault) }),
      );
    },
    state: () => state,
    read: async (packId) =>
      packName.test(`${packId}.zip`) ? readFile(join(folder, `${packId}.zip`)).catch(() => undefined) : undefined,
    kept: async () => {
      const names = await readdir(folder).catch(() => []);
      return new Set(names.flatMap((name) => packName.exec(name)?.[1] ?? []));
    },
  };
}
