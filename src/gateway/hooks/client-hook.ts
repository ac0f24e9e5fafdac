import type { ServerResponse } from 'node:http';
import { describeCause, type Json } from '../../base/index.ts';
import type { HookAnswered } from '../../ledger/index.ts';
import { hookText } from '../../messages/index.ts';
import type { Admission } from '../admission.ts';
import { idText } from '../anthropic/read-body.ts';
import { countsOnly, isUnderZeroRetention } from '../counts-only.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Inspector } from '../inspection/inspect.ts';
import {
  askedLabels,
  decideByFindings,
  type HookAsked,
  hookAnswer,
  type HookDecision,
  readHookAsked,
} from '../../policy/index.ts';
import type { SessionLabels } from '../labels/session-labels.ts';
import { type Looked, lookInto } from './look-into.ts';

export type HookRequest = {
  readonly body: Buffer;
  readonly userAgent: string | undefined;
  readonly admission: Admission;
  readonly response: ServerResponse;
};

const longestFact = 1_000;
export type HookWays = {
  readonly gateway: GatewayParts;
  readonly inspector: Inspector;
  readonly labels: SessionLabels;
};

/**
 * Answers a hook of the client. The record of the answer is durable before it is given; when no decision can be made a
 * call or a prompt is stopped, and what a tool gave back is left to the gateway, which looks at it again on its way.
 * @throws ledger_…: the client then goes on without an answer, and its request meets the gateway
 */
export async function answerClientHook(
  ways: HookWays,
  { body, userAgent, admission, response }: HookRequest,
): Promise<void> {
  const asked = readHookAsked(body.toString('utf8'));
  if (!asked) return send(response, {});
  const { gateway, inspector } = ways;
  const { tenantId, sender, language } = admission;
  const decided = await decide(ways, { asked, admission });
  const masked = (text: string | undefined) =>
    text === undefined ? undefined : inspector.mask(text, admission).slice(0, longestFact);
  const [agent, sessionId, tool, path] = [userAgent, idText(asked.session), asked.tool, asked.path].map(masked);
  const record: HookAnswered = {
    kind: 'hook_answered',
    id: gateway.newId(),
    tenantId,
    recordedAt: gateway.now().toISOString(),
    sender,
    client: {
      ...(agent === undefined ? {} : { userAgent: agent }),
      ...(sessionId === undefined ? {} : { sessionId }),
    },
    event: asked.event,
    ...(tool === undefined ? {} : { tool }),
    ...(path === undefined ? {} : { path }),
    verdict: decided.hasFailed ? 'failed' : decided.decision.verdict,
    reasons: decided.decision.reasons,
    findings: decided.looked?.findings ?? [],
  };
  await gateway.ledger.append(isUnderZeroRetention(gateway, admission) ? countsOnly(record) : record);
  const kind = decided.looked?.findings.find((finding) => finding.class !== 'personal')?.kind ?? '';
  const { decision, looked } = decided;
  const text = hookText(language, decision, kind);
  send(response, hookAnswer(asked, { decision, text, redacted: () => (looked ? looked.redacted() : asked.subject) }));
}

type Decided = {
  readonly decision: HookDecision;
  readonly looked: Looked | undefined;
  readonly hasFailed: boolean;
};

type Deciding = { readonly asked: HookAsked; readonly admission: Admission };

async function decide({ gateway, inspector, labels }: HookWays, { asked, admission }: Deciding): Promise<Decided> {
  const { decideHook = decideByFindings, tell } = gateway;
  try {
    const looked = await lookInto(inspector, asked.subject, admission);
    const { event, tool, path } = asked;
    const { tenantId, sender, person } = admission;
    const sessionId = idText(asked.session);
    const session = sessionId === undefined ? undefined : { tenantId, personId: sender.personId, sessionId };
    const repositories =
      session && (isUnderZeroRetention(gateway, admission) ? labels.ofUnkept(session) : await labels.of(session));
    const label = repositories && askedLabels(gateway.policy(), repositories).of(path, undefined);
    const facts = { event, tool, path, label, sender, person, findings: looked.findings };
    return { decision: await decideHook(facts), looked, hasFailed: false };
  } catch (fault) {
    tell({ kind: 'fault', cause: describeCause(fault) });
    const verdict = asked.event === 'PostToolUse' ? 'allow' : 'block';
    return { decision: { verdict, reasons: ['gateway_hook_failed'] }, looked: undefined, hasFailed: true };
  }
}

function send(response: ServerResponse, answer: Json): void {
  const text = JSON.stringify(answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
