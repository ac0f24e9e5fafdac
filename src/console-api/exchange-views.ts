import { canonicalJson, sha256Hex } from '../base/index.ts';
import { type DeclaredPart, type Exchange, type PartCount, shownPath } from '../ledger/index.ts';
import type { ExchangeSummary, ExchangeView, NamedView, OutcomeName, PartKindName } from './contract.ts';
import { summarizeFindings } from './summarize-findings.ts';

/** Names by id, as screens show them. */
export type Names = { readonly persons: ReadonlyMap<string, string>; readonly workspaces: ReadonlyMap<string, string> };

const filesShown = 3;

export function summaryOf({ began, ended }: Exchange, names: Names): ExchangeSummary {
  const parts = began.kind === 'exchange_declared' ? began.parts : [];
  const counts = began.kind === 'exchange_declared' ? (began.counts ?? []) : [];
  const first = parts.filter((part) => part.sent === 'first');
  const firstCounted = counts.filter(({ firstBytes }) => firstBytes > 0);
  const newPaths = filePaths(first);
  const paths = [...new Set([...newPaths, ...filePaths(parts)])];
  return {
    id: began.exchangeId,
    at: began.recordedAt,
    person: named(names.persons, began.sender.personId),
    workspace: named(names.workspaces, began.sender.workspaceId),
    path: began.request.path,
    model: (began.kind === 'exchange_declared' ? began.request.model : undefined) ?? null,
    verdict: began.verdict,
    reasons: reasonsOf({ began, ended }),
    outcome: outcomeOf({ began, ended }),
    status: ended?.kind === 'exchange_finished' ? (ended.status ?? null) : null,
    bodyBytes: began.kind === 'exchange_declared' ? began.request.bodyBytes : 0,
    newBytes:
      first.reduce((sum, part) => sum + part.bytes, 0) + counts.reduce((sum, { firstBytes }) => sum + firstBytes, 0),
    files: paths.slice(0, filesShown),
    fileCount: paths.length,
    newFileCount: newPaths.length,
    newKinds: [...kindsOf(first), ...firstCounted.map(({ kind }) => kind)],
    findings: summarizeFindings(parts),
  };
}

export function viewOf(exchange: Exchange, names: Names): ExchangeView {
  const { began } = exchange;
  const declared = began.kind === 'exchange_declared' ? began : undefined;
  const { userAgent, sessionId, agentId } = began.client;
  return {
    ...summaryOf(exchange, names),
    client: { userAgent: userAgent ?? null, sessionId: sessionId ?? null, agentId: agentId ?? null },
    isStream: declared?.request.isStream ?? false,
    queryBytes: declared?.request.queryBytes ?? 0,
    headerBytes: declared?.request.headerBytes ?? 0,
    redactedBodyBytes: declared?.request.redactedBodyBytes ?? null,
    inspection: declared?.inspection ?? null,
    policy: declared?.policy ?? null,
    plan: (exchange.ended?.kind === 'exchange_finished' ? exchange.ended.plan : undefined) ?? null,
    parts: (declared?.parts ?? []).map(shownPart),
    countsOnly: began.isCountsOnly ? { findings: countFindings(declared?.counts ?? []) } : null,
    receipt: { recordId: began.id, recordedAt: began.recordedAt, digest: sha256Hex(canonicalJson(began)) },
    answer: answerOf(exchange),
  };
}

function countFindings(counts: readonly PartCount[]): number {
  return counts.flatMap(({ findings }) => Object.values(findings)).reduce((sum, count) => sum + count, 0);
}

function shownPart(part: DeclaredPart): DeclaredPart {
  const { path, command } = part;
  return {
    ...part,
    ...(path === undefined ? {} : { path: shownPath(path) }),
    ...(command === undefined ? {} : { command: shownPath(command) }),
  };
}

function answerOf({ ended }: Exchange): ExchangeView['answer'] {
  if (ended?.kind !== 'exchange_finished') return null;
  return {
    at: ended.recordedAt,
    answeredBy: ended.model ?? null,
    requestId: ended.requestId ?? null,
    organizationId: ended.organizationId ?? null,
    stopReason: ended.stopReason ?? null,
    inputTokens: ended.usage?.inputTokens ?? null,
    outputTokens: ended.usage?.outputTokens ?? null,
    cacheReadTokens: ended.usage?.cacheReadTokens ?? null,
    cacheCreationTokens: ended.usage?.cacheCreationTokens ?? null,
    bytes: ended.answerBytes,
    restoredValues: ended.restoredValues ?? null,
    durationMs: ended.durationMs,
  };
}

// Why it was redacted or refused, and what stopped it after that.
function reasonsOf({ began, ended }: Exchange): readonly string[] {
  const later = ended?.kind === 'exchange_finished' ? ended.reason : undefined;
  return later === undefined ? began.reasons : [...new Set([...began.reasons, later])];
}

function outcomeOf({ began, ended }: Exchange): OutcomeName {
  if (began.kind === 'exchange_refused') return 'refused';
  if (!ended) return 'open';
  return ended.kind === 'exchange_abandoned' ? 'abandoned' : ended.outcome;
}

function filePaths(parts: readonly DeclaredPart[]): readonly string[] {
  const withPath = parts.filter(
    (part) => part.path !== undefined && part.kind !== 'tool_call' && part.kind !== 'tool_result',
  );
  return [...new Set(withPath.map((part) => shownPath(part.path ?? '')))];
}

function kindsOf(parts: readonly DeclaredPart[]): readonly PartKindName[] {
  return [...new Set(parts.filter(({ form }) => form !== 'syntax').map(({ kind }) => kind))];
}

function named(names: ReadonlyMap<string, string>, id: string): NamedView {
  return { id, name: names.get(id) ?? id };
}
