import { readFile } from 'node:fs/promises';
import { sha256Hex } from '../../base/index.ts';
import { enrolDevice, findDevice, type FleetBooks, takeReport } from '../../fleet/index.ts';
import type { DeviceDesk } from '../../gateway/index.ts';
import type { PostEvent } from '../post-event.ts';
import type { Settings } from '../settings/settings.ts';

type DeskParts = { readonly settings: Pick<Settings, 'fleet'>; readonly tell: (event: PostEvent) => void };

/** The gateway's desk over the devices. */
export function deviceDesk(books: FleetBooks, { settings, tell }: DeskParts): DeviceDesk {
  const { bundleFile } = settings.fleet;
  return {
    enrol: (asked) => enrolDevice(books, asked),
    find: (tenantId, deviceId) => findDevice(books, tenantId, deviceId),
    take: (report, signature) => takeReport(books, report, signature),
    bundle: async () => {
      if (bundleFile === '') return undefined;
      try {
        const text = await readFile(bundleFile, 'utf8');
        return { text, digest: sha256Hex(text) };
      } catch {
        // The report is taken all the same: a workstation keeps the bundle it has.
        tell({ kind: 'fault', cause: 'fleet.bundleFile' });
        return undefined;
      }
    },
  };
}
