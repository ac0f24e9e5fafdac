import type {
  DeclaredPart,
  ExchangeDeclared,
  ExchangeFinished,
  LabelVolume,
  LedgerRecord,
  PlanProof,
} from '../ledger/index.ts';
import type { Decision } from '../policy/index.ts';
import { factText } from './anthropic/piece.ts';
import type { Body } from './anthropic/read-body.ts';
import type { Cleared } from './clear.ts';
import { type ClientFacts, clientFacts, type Exchange } from './exchange.ts';
import type { GatewayParts } from './gateway.ts';
import type { Relayed } from './relay.ts';

// A request with more of them is no client's.
const mostModels = 50;

export type Departure = {
  readonly body: Body | undefined;
  readonly client: ClientFacts;
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly parts: readonly DeclaredPart[];
  readonly cleared: Cleared;
};

/** The record that must be durable before the exchange leaves. */
export function declaredRecord(gateway: GatewayParts, exchange: Exchange, departure: Departure): ExchangeDeclared {
  const { route, request, admission } = exchange;
  const { body, client, bodyBytes, headerBytes, parts, cleared } = departure;
  const { inspection, outgoing, decision } = cleared;
  const verdict = decision?.verdict ?? 'allow';
  return {
    kind: 'exchange_declared',
    id: gateway.newId(),
    tenantId: admission.tenantId,
    recordedAt: gateway.now().toISOString(),
    exchangeId: exchange.id,
    gatewayId: gateway.gatewayId,
    sender: admission.sender,
    client,
    request: {
      wire: 'anthropic',
      method: request.method ?? '',
      path: route.path,
      ...(body?.model === undefined ? {} : { model: exchange.mask(factText(body.model)).slice(0, 200) }),
      isStream: body?.isStream ?? false,
      bodyBytes,
      queryBytes: route.query.length,
      headerBytes,
      ...(verdict === 'redact' ? { redactedBodyBytes: outgoing.length } : {}),
    },
    ...(inspection
      ? { inspection: { ruleset: inspection.ruleset.slice(0, 16), unscannedBytes: inspection.unscannedBytes } }
      : {}),
    ...(decision ? { policy: policyOf(gateway, exchange, { decision, cleared, body }) } : {}),
    verdict,
    // What permits an exchange is nothing to explain.
    reasons: verdict === 'allow' ? [] : (decision?.reasons ?? []),
    parts,
    ...(decision ? { labels: labelVolumes(parts, decision) } : {}),
  };
}

type Decided = Pick<Departure, 'body' | 'cleared'> & { readonly decision: Decision };

// All that the decision rested on and that stands nowhere else in the record, so that it can be made again.
function policyOf(gateway: GatewayParts, { admission, mask }: Exchange, { decision, cleared, body }: Decided) {
  const { policyVersion, retentionClass, training } = decision;
  const { features, inspection } = cleared;
  const others = [...(inspection?.models ?? [])].filter((name) => name !== body?.model);
  return {
    version: policyVersion,
    catalogueVersion: gateway.terms().version,
    retentionClass,
    ...(features.length === 0 ? {} : { features }),
    person: { ...admission.person, training },
    models: others.slice(0, mostModels).map((name) => mask(factText(name)).slice(0, 200)),
  };
}

// The parts stand in the order in which they were decided.
function labelVolumes(parts: readonly DeclaredPart[], decision: Decision): readonly LabelVolume[] {
  const volumes = new Map<string, { label: string; parts: number; bytes: number; firstBytes: number }>();
  for (const [index, { bytes, sent }] of parts.entries()) {
    const label = decision.parts[index]?.label ?? '';
    const volume = volumes.get(label) ?? { label, parts: 0, bytes: 0, firstBytes: 0 };
    volume.parts += 1;
    volume.bytes += bytes;
    volume.firstBytes += sent === 'first' ? bytes : 0;
    volumes.set(label, volume);
  }
  return [...volumes.values()];
}

// By what it is known under which plan an exchange left: the organisation that answered is the strongest there is.
function planProof(gateway: GatewayParts, { admission }: Exchange, { organizationId }: Relayed): PlanProof {
  const { vendor, plan, credential, organizationId: expected } = admission.contract;
  const isKnown = gateway.terms().plan(`${vendor}/${plan}`, gateway.now().toISOString()) !== undefined;
  const hasMatched =
    expected !== undefined && organizationId !== undefined && organizationId.toLowerCase() === expected.toLowerCase();
  return {
    vendor,
    plan,
    proof: isKnown ? (hasMatched ? 'proven' : 'declared') : 'unknown',
    evidence: [
      credential.kind === 'api_key' ? 'credential_api_key' : 'credential_bearer',
      'contract',
      ...(hasMatched ? (['organization_matches'] as const) : []),
      ...(isKnown ? (['catalogue'] as const) : []),
    ],
  };
}

/** The record of a request that was stopped before anything left. */
export function refusedRecord(
  gateway: GatewayParts,
  exchange: Exchange,
  code: string,
): Extract<LedgerRecord, { readonly kind: 'exchange_refused' }> {
  return {
    kind: 'exchange_refused',
    id: gateway.newId(),
    tenantId: exchange.admission.tenantId,
    recordedAt: gateway.now().toISOString(),
    exchangeId: exchange.id,
    sender: exchange.admission.sender,
    client: clientFacts(exchange, undefined),
    request: { wire: 'anthropic', method: exchange.request.method ?? '', path: exchange.mask(exchange.route.path) },
    verdict: 'block',
    reasons: [code],
  };
}

export type Arrival = { readonly declaredBy: string; readonly relayed: Relayed };

/** The record of how an exchange ended. */
export function finishedRecord(
  gateway: GatewayParts,
  exchange: Exchange,
  { declaredBy, relayed }: Arrival,
): ExchangeFinished {
  const { outcome, reason, status, requestId, organizationId, facts, answerBytes, restoredValues, held } = relayed;
  const { file: _, ...answered } = facts;
  const written = held?.written(exchange.admission.fingerprintKey, (path) => exchange.mask(factText(path)));
  return {
    kind: 'exchange_finished',
    id: gateway.newId(),
    tenantId: exchange.admission.tenantId,
    recordedAt: gateway.now().toISOString(),
    exchangeId: exchange.id,
    declaredBy,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(organizationId === undefined ? {} : { organizationId }),
    ...answered,
    answerBytes,
    plan: planProof(gateway, exchange, relayed),
    ...(restoredValues === undefined ? {} : { restoredValues }),
    ...(written === undefined ? {} : { written }),
    durationMs: Math.round(performance.now() - exchange.startedAt),
  };
}
