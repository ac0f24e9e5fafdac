import { canonicalJson, sha256Hex } from '../base/index.ts';
import type { DeclaredPart, Exchange } from '../ledger/index.ts';
import type { ExchangeSummary, ExchangeView, NamedView, OutcomeName } from './contract.ts';
import { shownPath } from './shown-path.ts';

/** Names by id, as screens show them. */
export type Names = { readonly persons: ReadonlyMap<string, string>; readonly workspaces: ReadonlyMap<string, string> };

const filesShown = 3;

export function summaryOf({ began, ended }: Exchange, names: Names): ExchangeSummary {
  const parts = began.kind === 'exchange_declared' ? began.parts : [];
  const paths = filePaths(parts);
  return {
    id: began.exchangeId,
    at: began.recordedAt,
    person: named(names.persons, began.sender.personId),
    workspace: named(names.workspaces, began.sender.workspaceId),
    path: began.request.path,
    model: (began.kind === 'exchange_declared' ? began.request.model : undefined) ?? null,
    verdict: began.verdict,
    reasons: began.reasons,
    outcome: outcomeOf({ began, ended }),
    status: ended?.kind === 'exchange_finished' ? (ended.status ?? null) : null,
    bodyBytes: began.kind === 'exchange_declared' ? began.request.bodyBytes : 0,
    newBytes: parts.reduce((sum, part) => (part.sent === 'first' ? sum + part.bytes : sum), 0),
    files: paths.slice(0, filesShown),
    fileCount: paths.length,
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
    parts: (declared?.parts ?? []).map(shownPart),
    receipt: { recordId: began.id, recordedAt: began.recordedAt, digest: sha256Hex(canonicalJson(began)) },
    answer: answerOf(exchange),
  };
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
    durationMs: ended.durationMs,
  };
}

function outcomeOf({ began, ended }: Exchange): OutcomeName {
  if (began.kind === 'exchange_refused') return 'refused';
  if (!ended) return 'open';
  return ended.kind === 'exchange_abandoned' ? 'abandoned' : ended.outcome;
}

// Each path once; those with something new before those that are only resent.
function filePaths(parts: readonly DeclaredPart[]): readonly string[] {
  const withPath = parts.filter(
    (part) => part.path !== undefined && part.kind !== 'tool_call' && part.kind !== 'tool_result',
  );
  const first = withPath.filter((part) => part.sent === 'first');
  return [...new Set([...first, ...withPath].map((part) => shownPath(part.path ?? '')))];
}

function named(names: ReadonlyMap<string, string>, id: string): NamedView {
  return { id, name: names.get(id) ?? id };
}
