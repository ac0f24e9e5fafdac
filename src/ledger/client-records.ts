import type { DeclaredFinding } from './parts.ts';
import type { ClientFacts, Common, Sender } from './records.ts';

/** What a client reports of itself, on its own word: it may be wrong, and may be missing. */
type Reported = Common & {
  readonly sender: Sender;
  readonly client: ClientFacts;
};

/** One event of a client's telemetry. `sequence` counts the events of a client’s process. */
type Event = Reported & { readonly sequence?: number };

/** A tool has run on the workstation. */
export type ToolResult = Event & {
  readonly kind: 'tool_result';
  readonly tool: string;
  readonly isSuccess?: boolean;
  /** The kind of error, as the client names it. */
  readonly error?: string;
  /** The file it worked on, masked as in a declaration. */
  readonly path?: string;
  readonly inputBytes?: number;
  readonly resultBytes?: number;
  readonly durationMs?: number;
  readonly decision?: string;
  readonly decidedBy?: string;
};

/** Somebody or something let a tool run, or did not. */
export type ToolDecision = Event & {
  readonly kind: 'tool_decision';
  readonly tool: string;
  readonly decision: string;
  /** Whose decision it was: a setting, a hook, the person for once or for good. */
  readonly decidedBy?: string;
  readonly path?: string;
};

/** The client has deleted its local traces, or says why it did not. */
export type RetentionSweep = Event & {
  readonly kind: 'retention_sweep';
  readonly result: string;
  readonly skipReason?: string;
  readonly periodDays?: number;
  readonly isDefaultPeriod?: boolean;
  readonly transcriptsDeleted?: number;
  readonly filesPastCutoff?: number;
  readonly errors?: number;
};

/** A delivery of events arrived. Numbers that no delivery of the session holds were dropped or withheld. */
export type TelemetryReceived = Reported & {
  readonly kind: 'telemetry_received';
  readonly events: number;
  readonly firstSequence?: number;
  readonly lastSequence?: number;
  /** How many of the events tell of a request that the model answered. Absent in records of versions that did not count. */
  readonly requests?: number;
};

export type HookEvent = 'PreToolUse' | 'PostToolUse' | 'UserPromptSubmit' | 'InferencePrompt' | 'InferenceToolCall';

/**
 * A hook asked and was answered. Hooks fail open in the client: a session with tool results and without these records
 * ran without them. `failed`: no decision could be made; the answer then held things back where it can.
 */
export type HookAnswered = Common & {
  /** Absent where the vendor asks: it does not say for which person in our words. */
  readonly sender?: Sender;
  readonly client: ClientFacts;
  readonly kind: 'hook_answered';
  readonly event: HookEvent;
  readonly tool?: string;
  readonly path?: string;
  readonly verdict: 'allow' | 'redact' | 'block' | 'failed';
  readonly reasons: readonly string[];
  readonly findings: readonly Pick<DeclaredFinding, 'detector' | 'kind' | 'class' | 'fingerprint'>[];
  /** In place of `findings`, where `isCountsOnly`: how many of each class. */
  readonly counts?: Readonly<Partial<Record<DeclaredFinding['class'], number>>>;
};

/**
 * A client handed in the `.octroi.yaml` of a repository it works in. From then on its labels count for that session, beside
 * those of the same repository that were handed in before: never in their place.
 */
export type RepositoryLabelled = Reported & {
  readonly kind: 'repository_labelled';
  /** The folder that holds the file, as the workstation names it. */
  readonly root: string;
  /** Globs from that folder, by label; empty where the file cannot be used. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** Why the file cannot be used, as a code; all below its folder then has the strictest label. */
  readonly refused?: string;
};

export type ClientRecord =
  | RepositoryLabelled
  | ToolResult
  | ToolDecision
  | RetentionSweep
  | TelemetryReceived
  | HookAnswered;
