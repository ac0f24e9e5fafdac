import type { Clock, IdMaker } from '../base/index.ts';
import type { RuleSources } from '../detection/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Admit, Language } from './admission.ts';
import type { Policy, TermsSource } from '../policy/index.ts';
import type { CapturesOf } from './capture/capture-content.ts';
import type { ClientSignIn } from './client-sign-in/client-sign-in.ts';
import type { DeviceDesk } from './devices/device-desk.ts';
import type { FileDesk } from './files/file-desk.ts';
import type { DecideHook } from './hooks/decide-hook.ts';
import type { InferenceHooks } from './hooks/inference-hook.ts';
import type { InspectionLimits } from './inspection/inspect.ts';
import type { PingTimes } from './keep-alive.ts';
import type { ModelsFor } from './managed-settings/models.ts';
import type { SettingsFor } from './managed-settings/served-settings.ts';
import type { BodyLimits } from './receive-body.ts';
import type { LoadLabels } from './labels/session-labels.ts';
import type { LoadSession } from './session-memory.ts';

export type GatewayLimits = BodyLimits &
  PingTimes &
  InspectionLimits & {
    /** How long a request waits for the database, in milliseconds. */
    readonly waitMs: number;
    /** The most bytes of bodies held at once, over all requests. */
    readonly maxHeldBytes: number;
    /** How long the vendor may take to begin its answer, in milliseconds. */
    readonly upstreamHeadMs: number;
    /** How long the vendor may send nothing in the middle of an answer, in milliseconds. */
    readonly upstreamIdleMs: number;
  };

export type OrganizationMismatch = {
  readonly tenantId: string;
  readonly contractId: string;
  readonly expectedOrganizationId: string;
  readonly answeredOrganizationId: string;
  readonly exchangeId: string;
};

/** Something an operator must hear of. Holds codes and ids; never content, never a credential. */
export type GatewayEvent =
  | { readonly kind: 'refused'; readonly code: string; readonly exchangeId?: string }
  | { readonly kind: 'contract_stopped'; readonly contractId: string; readonly exchangeId: string }
  | { readonly kind: 'record_lost'; readonly exchangeId: string; readonly code: string }
  | { readonly kind: 'rules_refused'; readonly code: string }
  | { readonly kind: 'terms_changed'; readonly fact: string; readonly state: string }
  | { readonly kind: 'terms_unread'; readonly code: string }
  | { readonly kind: 'fault'; readonly cause: string };

/** Terms, and the version of the catalogue they stand in. */
export type TermsInForce = TermsSource & { readonly version: string };

/** What the gateway is given by the wiring. */
export type GatewayParts = {
  readonly admit: Admit;
  readonly loadSession: LoadSession;
  readonly loadLabels: LoadLabels;
  readonly stopContract: (mismatch: OrganizationMismatch) => Promise<void>;
  readonly ledger: Ledger;
  /** The policy in force at this moment, and the terms of plans and models it asks for. */
  readonly policy: () => Policy;
  readonly terms: () => TermsInForce;
  /** By which rules everything that leaves is inspected. */
  readonly rules: RuleSources;
  readonly gatewayId: string;
  readonly now: Clock;
  readonly newId: IdMaker;
  readonly limits: GatewayLimits;
  /** The language of refusals before it is known who asks. */
  readonly language: Language;
  readonly tell: (event: GatewayEvent) => void;
  /** Where clients reach the gateway, without a slash at its end; empty for the address it listens on. */
  readonly publicUrl: string;
  /** The proxies before the gateway whose word about where a request came from is taken. */
  readonly trustedProxies: readonly string[];
  /** With what clients sign in; without it they carry octroi keys alone. */
  readonly signIn?: ClientSignIn;
  /** The managed settings of a client's person. */
  readonly settingsFor?: SettingsFor;
  /** The models a person may use; without it, and where it says nothing, the vendor's own list is passed on. */
  readonly modelsFor?: ModelsFor;
  /** What may be captured of what leaves; without it nothing is. */
  readonly captures?: CapturesOf;
  /** The inventory of files at vendors; without it files are neither uploaded nor asked for. */
  readonly files?: FileDesk;
  /** The devices that report on themselves; without it none is heard. */
  readonly devices?: DeviceDesk;
  /** Decides over what hooks ask; without it, by what is found. */
  readonly decideHook?: DecideHook;
  /** The vendor's inference hooks; without it they are not served. */
  readonly inferenceHooks?: InferenceHooks;
};
