import type { Setting } from '../claude/settings.ts';
import type { Situation } from '../claude/situations.ts';
import { because, type Control, inEverySituation, type Judgement, type Subject } from './control.ts';
import { type Anchoring, covers } from './path-rules.ts';
import { settingDecided } from './settings-controls.ts';

function denyRules(situation: Situation, subject: Subject): Judgement {
  const rules = situation.settings.entries(['permissions', 'deny']);
  const patterns = rules.flatMap((rule) => {
    const pattern = typeof rule.value === 'string' ? /^Read(?:\((.*)\))?$/.exec(rule.value) : undefined;
    return pattern ? [{ rule, pattern: pattern[1] ?? '**' }] : [];
  });
  return judged({ name: 'permissions.deny', root: '//', patterns }, subject);
}

// Deny rules stop the tools, not `python3 -c 'open(…)'` in a shell: the sandbox does.
function sandboxReads(situation: Situation, subject: Subject): Judgement {
  const enabled = situation.settings.values(['sandbox', 'enabled']);
  const isOff =
    enabled[0]?.value !== true || situation.settings.value(['sandbox', 'filesystem', 'disabled'])?.value === true;
  if (isOff) return { state: 'not_met', why: because('sandbox_off'), ...settingDecided(enabled) };
  const patterns = situation.settings
    .entries(['sandbox', 'filesystem', 'denyRead'])
    .flatMap((rule) => (typeof rule.value === 'string' ? [{ rule, pattern: rule.value }] : []));
  return judged({ name: 'sandbox.filesystem.denyRead', root: '/', patterns }, subject);
}

type Pattern = { readonly rule: Setting; readonly pattern: string };

type Rules = Anchoring & { readonly name: string; readonly patterns: readonly Pattern[] };

function judged({ name, root, patterns }: Rules, { requirements, person: { home } }: Subject): Judgement {
  const missed = requirements.protectedPaths.find(
    ({ path }) => !patterns.some(({ pattern }) => covers(pattern, path, { root, home })),
  );
  const decided = settingDecided(patterns.slice(0, 1).map(({ rule }) => rule));
  const value = patterns.length > 0 ? patterns.map(({ pattern }) => pattern).join(', ') : undefined;
  if (missed)
    return {
      state: 'not_met',
      why: because('rules_miss', { name, path: missed.path, label: missed.label }),
      ...decided,
      value,
    };
  return { state: 'met', why: because('rules_cover', { name }), ...decided, value };
}

export const pathControls: readonly Control[] = [
  inEverySituation('deny_rules', denyRules),
  inEverySituation('sandbox_reads', sandboxReads),
];
