import type { DeclaredPart, ExchangeDeclared, ExchangeFinished, LedgerRecord } from '../../ledger/index.ts';
import { ownActor, ownEndpoint, senderActor, workstation } from './actors.ts';
import { planFinding } from './compliance-events.ts';
import { declarationFinding } from './data-security-events.ts';
import type { ApiParts, OcsfEvent } from './event.ts';
import { type ApiActivity, apiActivity, type EventContext, type Severity } from './make-event.ts';
import { activityStatus, control } from './outcomes.ts';
import { partResources } from './part-resource.ts';

type Refused = Extract<LedgerRecord, { kind: 'exchange_refused' }>;
type Abandoned = Extract<LedgerRecord, { kind: 'exchange_abandoned' }>;

// The wire and its vendor are one word in records.
const service = { name: 'anthropic' };
const aiProvider = 'Anthropic';
const profiles = ['security_control', 'ai_operation'];

const severityOf = { allow: 1, redact: 2, block: 3 } as const satisfies Readonly<Record<string, Severity>>;

export function declaredEvents(context: EventContext, record: ExchangeDeclared): readonly OcsfEvent[] {
  const { verdict, reasons, exchangeId, request, parts } = record;
  const shown = parts.filter(({ sent, findings }) => sent === 'first' || findings);
  const { resources, isTruncated } = partResources(context, shown);
  const telling = {
    activity: activityOf(request.method),
    severity: severityOf[verdict],
    message: [verdict, ...reasons].join(' '),
    correlation: exchangeId,
    profiles,
    isTruncated,
  };
  const declared = apiActivity(context, telling, {
    ...control(verdict, record.policy?.version),
    ...activityStatus(verdict === 'block' ? false : undefined, verdict === 'block' ? reasons[0] : undefined),
    ...requestParts(context, record),
    ai_model: request.model === undefined ? undefined : { name: request.model, ai_provider: aiProvider },
    resources,
    unmapped: {
      reasons,
      contract_uid: record.sender.contractId,
      parts: countByKind(parts),
      new_bytes: shown.reduce((sum, { sent, bytes }) => (sent === 'first' ? sum + bytes : sum), 0),
      unscanned_bytes: record.inspection?.unscannedBytes,
      retention_class: record.policy?.retentionClass,
    },
  });
  return [declared, ...declarationFinding(context, record)];
}

export function refusedEvents(context: EventContext, record: Refused): readonly OcsfEvent[] {
  const { reasons, exchangeId, request } = record;
  const telling = {
    activity: activityOf(request.method),
    severity: 3,
    message: ['block', ...reasons].join(' '),
    correlation: exchangeId,
    profiles: ['security_control'],
  } as const;
  return [
    apiActivity(context, telling, {
      ...control('block'),
      ...activityStatus(false, reasons[0]),
      ...requestParts(context, record),
      unmapped: { reasons, contract_uid: record.sender.contractId },
    }),
  ];
}

export function finishedEvents(context: EventContext, record: ExchangeFinished): readonly OcsfEvent[] {
  const { outcome, exchangeId, reason, status, plan } = record;
  const isDone = outcome === 'answered';
  const telling = {
    activity: 99,
    severity: finishedSeverity(record),
    message: [outcome, reason].filter(Boolean).join(' '),
    correlation: exchangeId,
    profiles: ['ai_operation'],
  } as const;
  const finished = apiActivity(context, telling, {
    ...activityStatus(isDone, isDone ? undefined : (reason ?? outcome)),
    actor: ownActor,
    src_endpoint: ownEndpoint,
    api: {
      operation: 'exchange_finished',
      service,
      request: { uid: exchangeId },
      response: { code: status, error: isDone ? undefined : outcome },
    },
    ...(status === undefined ? {} : { http_response: { code: status, body_length: record.answerBytes } }),
    ai_model: record.model === undefined ? undefined : { name: record.model, ai_provider: aiProvider },
    message_context: { service, ...tokensOf(record) },
    duration: record.durationMs,
    unmapped: {
      declared_by: record.declaredBy,
      organization_uid: record.organizationId,
      vendor_request_uid: record.requestId,
      stop_reason: record.stopReason,
      plan: plan && { ...plan },
      restored_values: record.restoredValues,
    },
  });
  return [finished, ...planFinding(context, record)];
}

export function abandonedEvents(context: EventContext, record: Abandoned): readonly OcsfEvent[] {
  const telling = { activity: 99, severity: 2, message: '', correlation: record.exchangeId } as const;
  return [
    apiActivity(context, telling, {
      ...activityStatus(undefined, 'abandoned'),
      actor: ownActor,
      src_endpoint: ownEndpoint,
      api: { operation: record.kind, service, request: { uid: record.exchangeId } },
      unmapped: { declared_by: record.declaredBy },
    }),
  ];
}

function requestParts(context: EventContext, record: ExchangeDeclared | Refused): ApiParts {
  const { sender, client, request, exchangeId } = record;
  return {
    actor: senderActor(context, sender, client),
    src_endpoint: workstation(client),
    api: { operation: `${request.method} ${request.path}`, service, request: { uid: exchangeId } },
    http_request: {
      http_method: request.method,
      url: { path: request.path },
      user_agent: client.userAgent,
      ...('bodyBytes' in request ? { body_length: request.redactedBodyBytes ?? request.bodyBytes } : {}),
    },
  };
}

function activityOf(method: string): ApiActivity {
  if (method === 'POST') return 1;
  if (method === 'GET' || method === 'HEAD') return 2;
  if (method === 'PUT' || method === 'PATCH') return 3;
  return method === 'DELETE' ? 4 : 99;
}

function finishedSeverity({ outcome }: ExchangeFinished): Severity {
  if (outcome === 'organization_mismatch') return 4;
  return outcome === 'answered' || outcome === 'client_left' ? 1 : 2;
}

function tokensOf({ usage }: ExchangeFinished) {
  if (!usage) return {};
  const { inputTokens = 0, cacheReadTokens = 0, cacheCreationTokens = 0, outputTokens = 0 } = usage;
  const prompt = inputTokens + cacheReadTokens + cacheCreationTokens;
  return { prompt_tokens: prompt, completion_tokens: outputTokens, total_tokens: prompt + outputTokens };
}

function countByKind(parts: readonly DeclaredPart[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of parts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
