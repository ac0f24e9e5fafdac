import type { TextBlock } from '../base/index.ts';
import { claimsOf } from './claims.ts';
import { contractsOf } from './contracts.ts';
import { accessBlocks, lawBlocks, meansList, trainingBlock, unknownBlocks } from './frame.ts';
import { besideLifetimes, captureBlocks, lifetimeTable } from './lifetimes.ts';
import type { Writing } from './writing.ts';

/** What the works council is told before the decision, and what it is asked about. */
export function councilNote(writing: Writing): readonly TextBlock[] {
  const { organization } = writing;
  return [
    writing.heading('council.heading.subject'),
    writing.paragraph('council.subject', { organization }),
    writing.heading('council.heading.purposes'),
    writing.list('staff.purposes'),
    writing.paragraph('council.purposes.limit'),
    writing.heading('council.heading.means'),
    ...meansList(writing),
    writing.heading('council.heading.data'),
    lifetimeTable(writing),
    ...besideLifetimes(writing),
    ...captureBlocks(writing),
    writing.heading('council.heading.access'),
    ...accessBlocks(writing),
    writing.heading('council.heading.not'),
    writing.list('council.not'),
    writing.heading('council.heading.proportion'),
    writing.table('council.columns.proportion', writing.rows('council.proportion')),
    writing.heading('council.heading.effects'),
    writing.list('staff.effects'),
    trainingBlock(writing),
    writing.heading('council.heading.vendor'),
    ...claimsOf(writing, contractsOf(writing.material), ['training', 'retention', 'human_review', 'region']),
    writing.heading('council.heading.changes'),
    writing.paragraph('council.changes'),
    writing.heading('council.heading.open'),
    writing.list('council.open'),
    ...lawBlocks(writing, 'council.law', 'law.common'),
    ...unknownBlocks(writing),
  ];
}
