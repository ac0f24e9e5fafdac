import type { Json } from '../../base/index.ts';
import type { HookDecision } from './decide-by-findings.ts';

/** What a hook of Claude Code asks about (code.claude.com/docs/en/hooks; facts/claude-code.md §4). */
export type HookAsked = {
  readonly event: 'PreToolUse' | 'PostToolUse' | 'UserPromptSubmit';
  readonly tool: string | undefined;
  readonly path: string | undefined;
  /** As the client says it. */
  readonly session: Json;
  readonly subject: Json;
};

/** Reads what the client sends; undefined for an event over which nothing is decided, or for what is no hook. */
export function readHookAsked(text: string): HookAsked | undefined {
  const asked = parse(text);
  const event = asked['hook_event_name'];
  if (event !== 'PreToolUse' && event !== 'PostToolUse' && event !== 'UserPromptSubmit') return undefined;
  const tool = asked['tool_name'];
  const input = asked['tool_input'];
  const subject = { PreToolUse: input, PostToolUse: asked['tool_response'], UserPromptSubmit: asked['prompt'] }[event];
  return {
    event,
    tool: typeof tool === 'string' && /^[\w.:@-]{1,120}$/.test(tool) ? tool : undefined,
    path: pathIn(input),
    session: asked['session_id'] ?? null,
    subject: subject ?? null,
  };
}

function pathIn(input: Json | undefined): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const named = input as { readonly [key: string]: Json | undefined };
  const path = named['file_path'] ?? named['notebook_path'];
  return typeof path === 'string' ? path.slice(0, 2_000).toWellFormed() : undefined;
}

function parse(text: string): { readonly [key: string]: Json | undefined } {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: Json | undefined }) : {};
  } catch {
    return {}; // No hook of the client: there is nothing to decide over.
  }
}

export type HookAnswer = {
  readonly decision: HookDecision;
  /** What a person reads of it. */
  readonly text: string;
  /** The tool's output without what was found; the output itself where it could not be looked at. */
  readonly redacted: () => Json;
};

/** What the client is told. A call's input and a prompt cannot be changed by an answer: what must not pass is stopped. */
export function hookAnswer({ event }: HookAsked, { decision, text, redacted }: HookAnswer): Json {
  const { verdict } = decision;
  if (verdict === 'allow') return {};
  if (event === 'UserPromptSubmit') return verdict === 'block' ? { decision: 'block', reason: text } : {};
  if (event === 'PreToolUse')
    return {
      hookSpecificOutput: { hookEventName: event, permissionDecision: 'deny', permissionDecisionReason: text },
    };
  const told = verdict === 'block' ? { decision: 'block', reason: text } : {};
  return { ...told, hookSpecificOutput: { hookEventName: event, updatedToolOutput: redacted() } };
}
