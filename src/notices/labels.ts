import type { TextBlock } from '../base/index.ts';
import type { Label } from '../policy/index.ts';
import type { Writing } from './writing.ts';

/** The labels, the least sensitive first: what falls under each, and what holds for it wherever it is sent from. */
export function labelTable(writing: Writing): TextBlock {
  const { labels } = writing.material.policy;
  return writing.table(
    'columns.labels',
    labels.all.map((label) => [label.name, coverOf(writing, label), ruleOf(writing, label)]),
  );
}

function coverOf(writing: Writing, { name, paths, except, detectors }: Label): string {
  const { defaultLabel } = writing.material.policy.configuration;
  const said = [
    ...(name === defaultLabel ? [writing.say('label.default')] : []),
    ...(paths.length > 0 ? [paths.join('  ')] : []),
    ...(except.length > 0 ? [writing.say('label.except', { paths: except.join('  ') })] : []),
    ...(detectors.length > 0 ? [writing.say('label.found', { detectors: detectors.join(', ') })] : []),
  ];
  return said.join('; ') || '–';
}

function ruleOf(writing: Writing, { neverLeaves, needsZdr }: Label): string {
  if (neverLeaves) return writing.say('label.never');
  return writing.say(needsZdr ? 'label.zdr' : 'label.free');
}
