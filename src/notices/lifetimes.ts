import type { TextBlock } from '../base/index.ts';
import { retentionBounds } from '../catalogue/index.ts';
import { entryOf } from '../policy/index.ts';
import { listOf, type Writing } from './writing.ts';

type Bounds = (typeof retentionBounds)[number];

/** What is recorded, for how long it is kept, and where that figure comes from. */
export function lifetimeTable(writing: Writing): TextBlock {
  return writing.table(
    'columns.lifetimes',
    retentionBounds.flatMap((bounds) => rowsOf(writing, bounds)),
  );
}

function rowsOf(writing: Writing, bounds: Bounds): readonly (readonly string[])[] {
  const own = entryOf(writing.material.policy.configuration.retention, bounds.name);
  const days = writing.say('days', { days: own?.days ?? bounds.defaultDays });
  const recorded = writing.say(`in.${bounds.name}`);
  const source = sourceOf(writing, bounds, own?.justification);
  if (bounds.name !== 'declaration') return [[writing.say(`class.${bounds.name}`), recorded, days, source]];
  return [...exchangeRows(writing, bounds, recorded), [writing.say('class.other_declaration'), recorded, days, source]];
}

// What of an exchange is kept goes by the label of what it carried: each lifetime that labels can name has its row.
function exchangeRows(writing: Writing, bounds: Bounds, recorded: string): readonly (readonly string[])[] {
  const { retention, defaultRetention } = writing.material.policy.configuration;
  const classes = new Set<string>(retentionBounds.map(({ name }) => name));
  return Object.entries(retention)
    .filter(([name]) => name === defaultRetention || !classes.has(name))
    .map(([name, { days, justification }]) => [
      writing.say('class.declaration', { name }),
      recorded,
      writing.say('days', { days }),
      sourceOf(writing, bounds, justification),
    ]);
}

function sourceOf(writing: Writing, { anchors }: Bounds, reason: string | undefined): string {
  const [anchor] = anchors;
  const source = `${anchor.title[writing.language]} (${writing.say('decidedHere')})`;
  return reason === undefined ? source : writing.say('justified', { source, reason });
}

/** What holds beside the days: holds, deleted conversations, transcripts on the workstation, workspaces without records. */
export function besideLifetimes(writing: Writing): readonly TextBlock[] {
  const { configuration } = writing.material.policy;
  const bare = Object.entries(configuration.workspaces).flatMap(([name, { zdr }]) => (zdr ? [name] : []));
  const names = [...bare, ...(configuration.otherWorkspaces.zdr ? [writing.say('way.otherWorkspaces')] : [])];
  return listOf([
    { text: writing.say('lifetimesHold') },
    { text: writing.say('deletedConversations', { days: configuration.deletedConversationDays }) },
    { text: writing.say('localTraces', { days: configuration.localTraceDays }) },
    ...(names.length > 0 ? [{ text: writing.say('zdrWorkspaces', { names: names.join(', ') }) }] : []),
  ]);
}

/** Whether content may be captured, and of what. */
export function captureBlocks(writing: Writing): readonly TextBlock[] {
  const captures = Object.entries(writing.material.policy.configuration.capture ?? {});
  if (captures.length === 0) return [writing.paragraph('capture.none')];
  return listOf(captures.map(([label, terms]) => ({ text: writing.say('capture.some', { label, ...terms }) })));
}
