import type { TextBlock } from '../base/index.ts';
import type { NoticeListKey, NoticeTextKey } from '../messages/index.ts';
import { means } from './material.ts';
import { listOf, type Writing } from './writing.ts';

/** The means octroi has, and which of them are in use. */
export function meansList(writing: Writing): readonly TextBlock[] {
  return listOf(
    means.map((name) => ({
      text: writing.say(`means.${writing.material.means[name]}`, { means: writing.say(`means.${name}`) }),
    })),
  );
}

/** Whether a training is needed before one may send. */
export function trainingBlock(writing: Writing): TextBlock {
  const { required, modules, graceDays } = writing.material.policy.configuration.training;
  if (!required) return writing.paragraph('staff.training.free');
  const named = modules.join(', ') || writing.say('staff.training.any');
  return writing.paragraph('staff.training.required', { modules: named, days: graceDays });
}

/** Who may see what, and how a name is revealed. */
export function accessBlocks(writing: Writing): readonly TextBlock[] {
  return [
    writing.paragraph('staff.see.pseudonym'),
    writing.table('columns.see', writing.rows('staff.seen')),
    writing.paragraph('staff.see.reveal', { roles: revealingRoles.join(', ') }),
    writing.paragraph('staff.see.command'),
  ];
}

/** The roles that may take part in revealing a name. `console-api` has the rights; a test holds the two together. */
export const revealingRoles = ['octroi-admin', 'octroi-dpo'] as const;

/** The texts behind a document, with the warning that octroi has not read them. */
export function lawBlocks(writing: Writing, ...keys: readonly NoticeListKey[]): readonly TextBlock[] {
  return [writing.heading('heading.law'), ...keys.map((key) => writing.list(key)), writing.paragraph('lawUnread')];
}

/** What octroi cannot know, and whoever answers for the document has to find out. Comes last: it counts what was told. */
export function unknownBlocks(writing: Writing): readonly TextBlock[] {
  const { organization, contact, means: inUse } = writing.material;
  const keys: readonly NoticeTextKey[] = [
    ...(organization === undefined ? (['unknown.organization'] as const) : []),
    ...(contact === undefined ? (['unknown.contact'] as const) : []),
    'unknown.basis',
    'unknown.transfer',
    ...(Object.values(inUse).includes('unknown') ? (['unknown.means'] as const) : []),
    'unknown.outside',
    'unknown.backups',
    'unknown.agreements',
  ];
  const overdue = writing.overdue > 0 ? [{ text: writing.say('unknown.overdue', { count: writing.overdue }) }] : [];
  return [
    writing.heading('heading.unknown'),
    ...listOf([...keys.map((key) => ({ text: writing.say(key) })), ...overdue]),
  ];
}
