import { type Json, OctroiError } from '../../base/index.ts';
import { buildRuleset, type Finding, scan, textsIn, withoutLead, withTexts } from '../../detection/index.ts';
import { hookErrorText, type Language } from '../../messages/hook.ts';
import {
  decideByBundle,
  type HookAsked,
  hookAnswer,
  type HookDecision,
  type PolicyBundle,
  readHookAsked,
} from '../../policy/bundle/index.ts';

export type HookInput = {
  /** What the client sends on standard input. */
  readonly text: string;
  /** The bundle that holds. Throws where there is none, with why. */
  readonly openBundle: () => PolicyBundle;
  readonly language: Language;
};

/**
 * Answers a hook of Claude Code from the bundle alone: no network, no database. Never throws.
 *
 * Without a bundle that holds, and on any fault, a call or a prompt is stopped; what a tool gave back, which no hook can
 * stop, is told and left to the gateway. When a session starts, a bundle that does not hold is told to the person at once.
 */
export function answerHook({ text, openBundle, language }: HookInput): Json {
  const asked = readHookAsked(text);
  try {
    if (!asked) return onStart(text, openBundle);
    return decided(asked, openBundle(), language);
  } catch (thrown) {
    return refused(asked, faultText(thrown, language));
  }
}

// Every other event is let pass unread, but the start of a session shows whether the hook could decide at all.
function onStart(text: string, openBundle: () => PolicyBundle): Json {
  if (text.includes('"SessionStart"')) openBundle();
  return {};
}

// The client waits ten seconds and then goes on without an answer: a refusal must come before.
const budgetMs = 5_000;

// From here on building the automaton (20 ms) costs less than doing without.
const little = 65_536;

function decided(asked: HookAsked, bundle: PolicyBundle, language: Language): Json {
  const texts = textsIn(asked.subject);
  const length = texts.reduce((sum, { value, lead }) => sum + lead.length + value.length, 0);
  const rules = length > 0 ? buildRuleset({ isForLittle: length < little }) : undefined;
  const endsAtMs = performance.now() + budgetMs;
  const isOver = (): boolean => performance.now() > endsAtMs;
  const found = texts.map(({ value, lead }) =>
    rules ? withoutLead(scan(rules, lead + value, { isOver }), lead.length) : [],
  );
  const findings = found.flat();
  const decision: HookDecision = decideByBundle(bundle, { ...asked, findings });
  const kind = findings.find((finding) => finding.class !== 'personal')?.kind ?? '';
  let at = 0;
  const redacted = (): Json =>
    withTexts(asked.subject, () => {
      const { value = '' } = texts[at] ?? {};
      const replaced = withoutFindings(value, found[at] ?? []);
      at += 1;
      return replaced;
    });
  const [code = ''] = decision.reasons;
  const text = decision.texts
    ? `octroi: ${decision.texts[language]} [${code}]`
    : hookErrorText(language, code, { kind });
  return hookAnswer(asked, { decision, text, redacted });
}

// Only the gateway has the tenant's key, by which a stand-in could be turned back: here the place is merely marked.
function withoutFindings(text: string, findings: readonly Finding[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end, kind, class: itsClass } of findings) {
    if (itsClass === 'personal') continue;
    rest += `${text.slice(at, start)}[octroi: ${kind}]`;
    at = end;
  }
  return rest + text.slice(at);
}

function faultText(thrown: unknown, language: Language): string {
  if (thrown instanceof OctroiError) return hookErrorText(language, thrown.code, thrown.args);
  return hookErrorText(language, 'endpoint_hook_failed', {});
}

function refused(asked: HookAsked | undefined, text: string): Json {
  if (!asked || asked.event === 'PostToolUse') return { systemMessage: text };
  const decision: HookDecision = { verdict: 'block', reasons: [] };
  return hookAnswer(asked, { decision, text, redacted: () => asked.subject });
}
