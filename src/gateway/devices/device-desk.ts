import type { DeviceEnrolment, DeviceReport } from '../../base/index.ts';

/** Who keeps the devices: the room `fleet`, handed in by the wiring. */
export type DeviceDesk = {
  /** Undefined for a code that opens nothing. */
  readonly enrol: (
    asked: Pick<DeviceEnrolment, 'code' | 'publicKey' | 'system'>,
  ) => Promise<{ readonly tenantId: string; readonly deviceId: string; readonly name: string } | undefined>;
  /** Undefined for a device that never enrolled. */
  readonly find: (
    tenantId: string,
    deviceId: string,
  ) => Promise<{ readonly publicKey: string; readonly isRevoked: boolean } | undefined>;
  /** The signed bundle that workstations should have; undefined where the post has none to hand out. */
  readonly bundle: () => Promise<{ readonly text: string; readonly digest: string } | undefined>;
  /** The report is durable when it resolves with `taken` or `held`. */
  readonly take: (report: DeviceReport, signature: string) => Promise<'taken' | 'held' | 'out_of_order'>;
};
