import type { Finding } from '../../detection/index.ts';
import type { HookEvent, Sender } from '../../ledger/index.ts';
import { isRestorable } from '../restoration/restorable.ts';

/** What a hook's decision rests on. */
export type HookFacts = {
  readonly event: HookEvent;
  readonly tool: string | undefined;
  readonly path: string | undefined;
  /** The label that its file has at least, by its repository. */
  readonly label: string | undefined;
  /** Absent where the vendor asks. */
  readonly sender: Sender | undefined;
  /** What was found in the prompt, the tool's input or its output. */
  readonly findings: readonly Pick<Finding, 'detector' | 'kind' | 'class'>[];
};

/**
 * `redact` means something for a tool's output alone; elsewhere a hook can only stop or let pass. `reasons` are codes;
 * `texts` says them in both languages where the code has no text of its own.
 */
export type HookDecision = {
  readonly verdict: 'allow' | 'redact' | 'block';
  readonly reasons: readonly string[];
  readonly texts?: { readonly en: string; readonly fr: string };
};

const onWorkstation = new Set(['file'] as const);

export type DecideHook = (facts: HookFacts) => HookDecision | Promise<HookDecision>;

/**
 * The decision where no policy is handed in. Personal data is left to the gateway, which replaces it on its way.
 *
 * A prompt with a secret is stopped: its writer is there and can take it out. A call that could carry a secret away
 * (a command, a web request, another server's tool) is stopped. What tools give back loses its secrets before it is
 * written into the client's own transcript, but for the tools of files: an edit needs the file's true text, and the
 * gateway, which can put values back, redacts those on their way.
 */
export function decideByFindings({ event, tool, findings }: HookFacts): HookDecision {
  const isGrave = findings.some((finding) => finding.class !== 'personal');
  if (!isGrave) return { verdict: 'allow', reasons: [] };
  switch (event) {
    case 'UserPromptSubmit':
      return { verdict: 'block', reasons: ['gateway_hook_prompt_secret'] };
    case 'PreToolUse':
      return isRestorable(tool ?? '', onWorkstation)
        ? { verdict: 'allow', reasons: [] }
        : { verdict: 'block', reasons: ['gateway_hook_tool_secret'] };
    case 'PostToolUse':
      return isRestorable(tool ?? '', onWorkstation)
        ? { verdict: 'allow', reasons: [] }
        : { verdict: 'redact', reasons: ['findings_redacted'] };
    case 'InferencePrompt':
    case 'InferenceToolCall':
      return { verdict: 'block', reasons: ['gateway_hook_inference_secret'] };
  }
}
