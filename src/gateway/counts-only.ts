import type {
  ClientRecord,
  DeclaredFinding,
  DeclaredPart,
  ExchangeDeclared,
  ExchangeFinished,
  HookAnswered,
  LedgerRecord,
  PartCount,
  PartKind,
  ToolDecision,
  ToolResult,
} from '../ledger/index.ts';
import type { Admission } from './admission.ts';
import { modelFamily } from './anthropic/model-family.ts';
import type { GatewayParts } from './gateway.ts';

/** Whether a workspace is under zero retention by the policy in force at this moment, its contract's terms aside. */
export function isUnderZeroRetention({ policy }: Pick<GatewayParts, 'policy'>, { workspaceName }: Admission): boolean {
  return policy().isZdrWorkspace(workspaceName);
}

/** The records that are made of what clients and vendors send. */
export type RecordOfWork =
  | Extract<LedgerRecord, { readonly kind: 'exchange_declared' | 'exchange_refused' | 'exchange_finished' }>
  | ClientRecord;

/**
 * The record as it is kept under zero retention: counts, octroi's own ids and codes, and words out of closed lists. What
 * a client or a vendor may fill in freely is left out or, where it is a name that counts are made by, reduced to one that
 * is known.
 */
export function countsOnly(record: RecordOfWork): RecordOfWork {
  switch (record.kind) {
    case 'exchange_declared':
      return countedDeclaration(record);
    case 'exchange_refused': {
      const { path, ...request } = record.request;
      return { ...record, ...bare(record), request: { ...request, path: ownPath(path) } };
    }
    case 'exchange_finished':
      return countedEnd(record);
    case 'tool_result':
      return countedTool(record);
    case 'tool_decision':
      return countedDecision(record);
    case 'retention_sweep': {
      const { skipReason: _, result, ...rest } = record;
      return { ...rest, ...bare(record), result: oneOf(sweepResults, result) };
    }
    case 'telemetry_received':
      return { ...record, ...bare(record) };
    case 'hook_answered':
      return countedHook(record);
    case 'repository_labelled':
      // That a repository has labels, or a file that cannot be used; neither where it lies nor what it calls its folders.
      return { ...record, ...bare(record), root: '', labels: {} };
  }
}

// Of what the client says of itself only what octroi found by comparing it.
function bare({ client: { settings } }: Pick<ExchangeDeclared, 'client'>) {
  return { isCountsOnly: true, client: settings === undefined ? {} : { settings } } as const;
}

function countedDeclaration(record: ExchangeDeclared): ExchangeDeclared {
  const { model, path, method, ...request } = record.request;
  const family = modelFamily(model);
  return {
    ...record,
    ...bare(record),
    ...(record.policy ? { policy: countedPolicy(record.policy) } : {}),
    request: {
      ...request,
      method: ['GET', 'DELETE'].includes(method) ? method : 'POST',
      path: ownPath(path),
      ...(family === undefined ? {} : { model: family }),
    },
    parts: [],
    counts: countParts(record.parts),
  };
}

// The models beside the first are named by the client, as the first is.
function countedPolicy({ models, ...policy }: NonNullable<ExchangeDeclared['policy']>) {
  return { ...policy, ...(models === undefined ? {} : { models: models.flatMap((name) => modelFamily(name) ?? []) }) };
}

function countParts(parts: readonly DeclaredPart[]): readonly PartCount[] {
  type Counting = { -readonly [Name in keyof PartCount]: PartCount[Name] };
  const counts = new Map<PartKind, Counting>();
  for (const { kind, bytes, sent, findings = [] } of parts) {
    const count = counts.get(kind) ?? { kind, parts: 0, bytes: 0, firstBytes: 0, findings: {} };
    count.parts += 1;
    count.bytes += bytes;
    count.firstBytes += sent === 'first' ? bytes : 0;
    if (findings.length > 0) count.findings = countClasses(findings, count.findings);
    counts.set(kind, count);
  }
  return [...counts.values()];
}

function countClasses(
  findings: readonly Pick<DeclaredFinding, 'class'>[],
  before: PartCount['findings'] = {},
): PartCount['findings'] {
  const counts = { ...before };
  for (const finding of findings) counts[finding.class] = (counts[finding.class] ?? 0) + 1;
  return counts;
}

function countedEnd(record: ExchangeFinished): ExchangeFinished {
  const { model, stopReason, requestId, organizationId, written: _, ...rest } = record;
  const family = modelFamily(model);
  return {
    ...rest,
    isCountsOnly: true,
    ...(family === undefined ? {} : { model: family }),
    ...(stopReason === undefined ? {} : { stopReason: oneOf(stopReasons, stopReason) }),
    // The vendor's own ids, by the forms it writes them in: the way to ask it about an exchange.
    ...(requestId !== undefined && /^req_[A-Za-z0-9]{1,40}$/.test(requestId) ? { requestId } : {}),
    ...(organizationId !== undefined && /^[\w-]{1,64}$/.test(organizationId) ? { organizationId } : {}),
  };
}

function countedTool(record: ToolResult): ToolResult {
  const { path: _, error, decidedBy, decision, tool, ...rest } = record;
  return {
    ...rest,
    ...bare(rest),
    tool: oneOf(clientTools, tool),
    ...(error === undefined ? {} : { error: 'other' }),
    ...(decision === undefined ? {} : { decision: oneOf(decisions, decision) }),
    ...(decidedBy === undefined ? {} : { decidedBy: oneOf(deciders, decidedBy) }),
  };
}

function countedDecision(record: ToolDecision): ToolDecision {
  const { path: _, decidedBy, decision, tool, ...rest } = record;
  return {
    ...rest,
    ...bare(rest),
    tool: oneOf(clientTools, tool),
    decision: oneOf(decisions, decision),
    ...(decidedBy === undefined ? {} : { decidedBy: oneOf(deciders, decidedBy) }),
  };
}

function countedHook(record: HookAnswered): HookAnswered {
  const { path: _, tool, findings, ...rest } = record;
  return {
    ...rest,
    ...bare(rest),
    ...(tool === undefined ? {} : { tool: oneOf(clientTools, tool) }),
    findings: [],
    counts: countClasses(findings),
  };
}

// Of a path only what octroi routes by: what follows is the client's to choose.
function ownPath(path: string): string {
  return /^\/v1\/(?:messages(?:\/count_tokens)?|models|files)(?=\/|$)/.exec(path)?.[0] ?? '/';
}

function oneOf(known: ReadonlySet<string>, word: string): string {
  return known.has(word) ? word : 'other';
}

// platform.claude.com/docs/en/api/messages and code.claude.com/docs/en/monitoring-usage, read 2026-11-23.
const stopReasons = new Set([
  'end_turn',
  'max_tokens',
  'stop_sequence',
  'tool_use',
  'pause_turn',
  'refusal',
  'model_context_window_exceeded',
]);
const decisions = new Set(['accept', 'reject']);
const deciders = new Set(['config', 'hook', 'user_permanent', 'user_temporary', 'user_abort', 'user_reject']);
const sweepResults = new Set(['completed', 'skipped', 'failed']);
const clientTools = new Set([
  'Agent',
  'AskUserQuestion',
  'Bash',
  'Edit',
  'ExitPlanMode',
  'Glob',
  'Grep',
  'LS',
  'MultiEdit',
  'NotebookEdit',
  'NotebookRead',
  'PowerShell',
  'Read',
  'Task',
  'TodoWrite',
  'WebFetch',
  'WebSearch',
  'Write',
]);
