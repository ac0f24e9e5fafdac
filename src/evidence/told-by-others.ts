import type { Sighting } from '../ledger/index.ts';
import type { ControlState } from './control.ts';

/** An enrolled workstation as its own reports tell; all that a silent one said is `unknown`. */
export type Workstation = {
  readonly lastReportAt: string | undefined;
  readonly controls: Readonly<Record<string, ControlState>>;
};

/** A log of another program that was read. `isWhole`: to its end, and with every line about AI understood. */
export type LogImport = { readonly at: string; readonly isWhole: boolean };

/**
 * What logs of other programs told, by source, host and day; and under which references gateways themselves stand in such
 * logs, so that their own calls are not taken for ways around them.
 */
export type ToldByLogs = { readonly sightings: readonly Sighting[]; readonly gateways: ReadonlySet<string> };

/** What rooms know that this one may not enter. Whoever wires hands it in. */
export type ToldByOthers = ToldByLogs & {
  readonly workstations: readonly Workstation[];
  /** After so many hours without a report a workstation is silent. */
  readonly staleAfterHours: number;
  readonly imports: readonly LogImport[];
};
