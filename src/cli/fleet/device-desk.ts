import { enrolDevice, findDevice, type FleetBooks, takeReport } from '../../fleet/index.ts';
import type { DeviceDesk } from '../../gateway/index.ts';

/** The gateway's desk over the devices. */
export function deviceDesk(books: FleetBooks): DeviceDesk {
  return {
    enrol: (asked) => enrolDevice(books, asked),
    find: (tenantId, deviceId) => findDevice(books, tenantId, deviceId),
    take: (report, signature) => takeReport(books, report, signature),
  };
}
