import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { describeCause, type FingerprintKey, type Json } from '../../base/index.ts';
import { hookText } from '../../messages/index.ts';
import { gatewayError } from '../errors.ts';
import type { HookAnswered } from '../../ledger/index.ts';
import { countsOnly } from '../counts-only.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Held } from '../held-bytes.ts';
import type { Inspector } from '../inspection/inspect.ts';
import { receiveBody } from '../receive-body.ts';
import { decideByFindings, type HookDecision } from '../../policy/index.ts';
import { type Looked, lookInto } from './look-into.ts';

/** For whom the vendor's inference hooks ask here, and the secret that signs them (`whsec_…`). */
export type InferenceHooks = {
  readonly secret: string;
  readonly tenantId: string;
  readonly fingerprintKey: () => Promise<FingerprintKey>;
};

type Handled = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly held: Held };

/**
 * Answers the vendor's inference hook (platform.claude.com/docs/manage-claude/inference-hooks-endpoint, read 2026-11-26):
 * a signed transcript before each inference, answered by allow or deny. Every text in it is looked at, whatever its
 * field is called, since the vendor announces that names may change. What cannot be looked at is denied.
 * @throws gateway_hook_unsigned, and what refuses a body
 */
export async function answerInferenceHook(
  gateway: GatewayParts,
  inspector: Inspector,
  { hooks, request, response, held }: Handled & { readonly hooks: InferenceHooks },
): Promise<void> {
  const body = await receiveBody(request, gateway.limits, held);
  const frame = verified(hooks.secret, body.toString('utf8'), request);
  const event = isToolCall(frame) ? 'InferenceToolCall' : 'InferencePrompt';
  const { decision, looked, hasFailed } = await decide(gateway, inspector, { hooks, frame, event });
  const record: HookAnswered = {
    kind: 'hook_answered',
    id: gateway.newId(),
    tenantId: hooks.tenantId,
    recordedAt: gateway.now().toISOString(),
    client: {},
    event,
    verdict: hasFailed ? 'failed' : decision.verdict,
    reasons: decision.reasons,
    findings: looked?.findings ?? [],
  };
  // The vendor does not say from which workspace the prompt is: where one is under zero retention, all are taken for it.
  await gateway.ledger.append(gateway.policy().hasZdrWorkspace ? countsOnly(record) : record);
  const kind = looked?.findings[0]?.kind ?? '';
  // The answer has no way to change anything: what may not pass as it is, is denied.
  const answer =
    decision.verdict === 'allow'
      ? { action: 'allow' }
      : { action: 'deny', deny_reason: hookText(gateway.language, decision, kind) };
  const text = JSON.stringify(answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function verified(secret: string, body: string, { headers }: IncomingMessage): Json {
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]),
  );
  try {
    return new Webhook(secret).verify(body, signed) as Json;
  } catch (fault) {
    throw gatewayError('gateway_hook_unsigned', {}, fault);
  }
}

// The frame names its event in a member of its own; which one, nothing here depends on.
function isToolCall(frame: Json): boolean {
  return typeof frame === 'object' && frame !== null && Object.values(frame).includes('tool_call');
}

type Deciding = {
  readonly hooks: InferenceHooks;
  readonly frame: Json;
  readonly event: 'InferencePrompt' | 'InferenceToolCall';
};

type Decided = { readonly decision: HookDecision; readonly looked: Looked | undefined; readonly hasFailed: boolean };

async function decide(
  { decideHook = decideByFindings, tell }: GatewayParts,
  inspector: Inspector,
  { hooks, frame, event }: Deciding,
): Promise<Decided> {
  try {
    const tenant = { tenantId: hooks.tenantId, fingerprintKey: await hooks.fingerprintKey() };
    const looked = await lookInto(inspector, frame, tenant);
    const nobody = { tool: undefined, path: undefined, label: undefined, sender: undefined, person: undefined };
    const facts = { event, ...nobody, findings: looked.findings };
    return { decision: await decideHook(facts), looked, hasFailed: false };
  } catch (fault) {
    tell({ kind: 'fault', cause: describeCause(fault) });
    return { decision: { verdict: 'block', reasons: ['gateway_hook_failed'] }, looked: undefined, hasFailed: true };
  }
}
