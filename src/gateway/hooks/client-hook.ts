import type { ServerResponse } from 'node:http';
import { describeCause, type Json } from '../../base/index.ts';
import type { HookAnswered } from '../../ledger/index.ts';
import type { Admission } from '../admission.ts';
import { idText } from '../anthropic/read-body.ts';
import { countsOnly, isUnderZeroRetention } from '../counts-only.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Inspector } from '../inspection/inspect.ts';
import { decideByFindings, type HookDecision } from './decide-hook.ts';
import { hookText } from './hook-text.ts';
import { type Looked, lookInto } from './look-into.ts';

/** What a hook of Claude Code asks about (code.claude.com/docs/en/hooks; facts/claude-code.md §4). */
type Asked = {
  readonly event: 'PreToolUse' | 'PostToolUse' | 'UserPromptSubmit';
  readonly tool: string | undefined;
  readonly path: string | undefined;
  readonly sessionId: string | undefined;
  readonly subject: Json;
};

export type HookRequest = {
  readonly body: Buffer;
  readonly userAgent: string | undefined;
  readonly admission: Admission;
  readonly response: ServerResponse;
};

/**
 * Answers a hook of the client. The record of the answer is durable before it is given; when no decision can be made a
 * call or a prompt is stopped, and what a tool gave back is left to the gateway, which looks at it again on its way.
 * @throws ledger_…: the client then goes on without an answer, and its request meets the gateway
 */
export async function answerClientHook(
  gateway: GatewayParts,
  inspector: Inspector,
  { body, userAgent, admission, response }: HookRequest,
): Promise<void> {
  const asked = readAsked(body);
  if (!asked) return send(response, {});
  const { tenantId, sender, language } = admission;
  const decided = await decide(gateway, inspector, { asked, admission });
  const [path] = asked.path === undefined ? [] : [await maskedPath(inspector, asked.path, admission)];
  const record: HookAnswered = {
    kind: 'hook_answered',
    id: gateway.newId(),
    tenantId,
    recordedAt: gateway.now().toISOString(),
    sender,
    client: {
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(asked.sessionId === undefined ? {} : { sessionId: asked.sessionId }),
    },
    event: asked.event,
    ...(asked.tool === undefined ? {} : { tool: asked.tool }),
    ...(path === undefined ? {} : { path }),
    verdict: decided.hasFailed ? 'failed' : decided.decision.verdict,
    reasons: decided.decision.reasons,
    findings: decided.looked?.findings ?? [],
  };
  await gateway.ledger.append(isUnderZeroRetention(gateway, admission) ? countsOnly(record) : record);
  const kind = decided.looked?.findings.find((finding) => finding.class !== 'personal')?.kind ?? '';
  send(response, answerOf(asked, decided, hookText(language, decided.decision, kind)));
}

type Decided = {
  readonly decision: HookDecision;
  readonly looked: Looked | undefined;
  readonly hasFailed: boolean;
};

type Deciding = { readonly asked: Asked; readonly admission: Admission };

async function decide(
  { decideHook = decideByFindings, tell }: GatewayParts,
  inspector: Inspector,
  { asked, admission }: Deciding,
): Promise<Decided> {
  try {
    const looked = await lookInto(inspector, asked.subject, admission);
    const { event, tool, path } = asked;
    const facts = { event, tool, path, sender: admission.sender, findings: looked.findings };
    return { decision: await decideHook(facts), looked, hasFailed: false };
  } catch (fault) {
    tell({ kind: 'fault', cause: describeCause(fault) });
    const verdict = asked.event === 'PostToolUse' ? 'allow' : 'block';
    return { decision: { verdict, reasons: ['gateway_hook_failed'] }, looked: undefined, hasFailed: true };
  }
}

// A call's input and a prompt cannot be changed by the answers measured: what must not pass as it is, is stopped.
function answerOf({ event, subject }: Asked, { decision, looked }: Decided, text: string): Json {
  const { verdict } = decision;
  if (verdict === 'allow') return {};
  if (event === 'UserPromptSubmit') return verdict === 'block' ? { decision: 'block', reason: text } : {};
  if (event === 'PreToolUse')
    return {
      hookSpecificOutput: { hookEventName: event, permissionDecision: 'deny', permissionDecisionReason: text },
    };
  const updatedToolOutput = looked ? looked.redacted() : subject;
  const told = verdict === 'block' ? { decision: 'block', reason: text } : {};
  return { ...told, hookSpecificOutput: { hookEventName: event, updatedToolOutput } };
}

async function maskedPath(inspector: Inspector, path: string, admission: Admission): Promise<string> {
  const [findings = []] = await inspector.findIn([path]).catch(() => [undefined]);
  return inspector.redacted(path, findings, admission).slice(0, 1_000);
}

function readAsked(body: Buffer): Asked | undefined {
  const asked = parse(body);
  const event = asked['hook_event_name'];
  if (event !== 'PreToolUse' && event !== 'PostToolUse' && event !== 'UserPromptSubmit') return undefined;
  const tool = asked['tool_name'];
  const input = asked['tool_input'];
  const subject = { PreToolUse: input, PostToolUse: asked['tool_response'], UserPromptSubmit: asked['prompt'] }[event];
  return {
    event,
    tool: typeof tool === 'string' && /^[\w.:@-]{1,120}$/.test(tool) ? tool : undefined,
    path: pathIn(input),
    sessionId: idText(asked['session_id']),
    subject: subject ?? null,
  };
}

function pathIn(input: Json | undefined): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const named = input as { readonly [key: string]: Json | undefined };
  const path = named['file_path'] ?? named['notebook_path'];
  return typeof path === 'string' ? path.slice(0, 2_000).toWellFormed() : undefined;
}

function parse(body: Buffer): { readonly [key: string]: Json | undefined } {
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: Json | undefined }) : {};
  } catch {
    return {}; // No hook of the client: there is nothing to decide over.
  }
}

function send(response: ServerResponse, answer: Json): void {
  const text = JSON.stringify(answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
