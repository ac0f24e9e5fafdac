/*
 * What the console is told of workstations.
 *
 * GET  /api/fleet                        → FleetPageView
 * GET  /api/fleet/devices/:id            → DevicePageView
 * POST /api/fleet/devices                NewDeviceForm → NewDeviceView
 * POST /api/fleet/devices/:id/revoke     → 204
 * GET  /api/rollout                      → readonly RolloutView[]
 * GET  /api/probes                       → readonly ProbedClientView[]
 */

import type { VerdictName } from './contract.ts';

export type DeviceState = 'met' | 'not_met' | 'unknown';

export type DeviceStanding = 'invited' | 'expired' | 'enrolled' | 'revoked';

export type DeviceLineView = {
  readonly id: string;
  readonly name: string;
  readonly system: string | null;
  readonly standing: DeviceStanding;
  readonly program: string | null;
  readonly lastReportAt: string | null;
  /** Nothing that it said before counts. */
  readonly isSilent: boolean;
  readonly missingReports: number;
  readonly controls: Readonly<Record<string, DeviceState>>;
};

export type FleetPageView = {
  readonly staleAfterHours: number;
  readonly devices: readonly DeviceLineView[];
  readonly controls: readonly string[];
  readonly trend: readonly ({ readonly day: string; readonly devices: number } & Readonly<
    Record<DeviceState, number>
  >)[];
  /** Clients that exchanges came from, and that no device told of. Among the last exchanges, so many of which were read. */
  readonly strangers: readonly {
    readonly clientDeviceId: string;
    readonly exchanges: number;
    readonly lastAt: string;
  }[];
  readonly exchangesRead: number;
};

export type VerdictView = {
  readonly person: string;
  readonly control: string;
  readonly state: DeviceState;
  readonly value: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly holds: boolean;
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly overrides: readonly { readonly file: string; readonly line: number; readonly value: string | null }[];
};

export type DevicePageView = {
  readonly device: DeviceLineView;
  readonly reports: readonly { readonly recordId: string; readonly sequence: number; readonly reportedAt: string }[];
  /** Null where there is none, or its record was erased. */
  readonly verdicts: readonly VerdictView[] | null;
  readonly persons: number;
  /** Null where there is no report before it to compare with. */
  readonly drift:
    | readonly {
        readonly person: string;
        readonly control: string;
        readonly before: VerdictView | null;
        readonly after: VerdictView | null;
      }[]
    | null;
  readonly exchanges: readonly { readonly exchangeId: string; readonly at: string; readonly verdict: VerdictName }[];
};

export type NewDeviceForm = { readonly name: string; readonly days: number };

export type NewDeviceView = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly expiresAt: string;
};

/** What a policy compiles to for one program. */
export type RolloutView = {
  readonly target: string;
  readonly plan: string;
  /** Empty where the plan it is made for is not in the catalogue today. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

export type ProbedClientView = {
  readonly client: string;
  readonly name: string;
  readonly versions: readonly {
    readonly version: string;
    readonly from: 'catalogue' | 'laboratory';
    readonly on: string;
    readonly runs: readonly { readonly mode: 'one_shot' | 'interactive'; readonly reached: readonly string[] }[];
  }[];
};
