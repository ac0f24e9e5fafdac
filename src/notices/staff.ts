import type { TextBlock } from '../base/index.ts';
import { claimsOf } from './claims.ts';
import { contractsOf } from './contracts.ts';
import { accessBlocks, lawBlocks, meansList, trainingBlock, unknownBlocks } from './frame.ts';
import { besideLifetimes, captureBlocks, lifetimeTable } from './lifetimes.ts';
import type { Writing } from './writing.ts';

/** What staff is told before anything of theirs is collected (GDPR, article 13). */
export function staffNotice(writing: Writing): readonly TextBlock[] {
  const { organization, contact } = writing;
  return [
    writing.heading('staff.heading.who'),
    writing.paragraph('staff.who', { organization, contact }),
    writing.heading('staff.heading.why'),
    writing.list('staff.purposes'),
    writing.paragraph('staff.basis', { basis: writing.say('toFillIn') }),
    writing.heading('staff.heading.what'),
    ...meansList(writing),
    writing.paragraph('staff.reads'),
    lifetimeTable(writing),
    ...besideLifetimes(writing),
    writing.heading('staff.heading.not'),
    writing.list('staff.not'),
    writing.heading('staff.heading.capture'),
    ...captureBlocks(writing),
    writing.heading('staff.heading.see'),
    ...accessBlocks(writing),
    writing.heading('staff.heading.vendor'),
    writing.paragraph('staff.vendor'),
    ...claimsOf(writing, contractsOf(writing.material)),
    writing.heading('staff.heading.effect'),
    writing.list('staff.effects'),
    trainingBlock(writing),
    writing.heading('staff.heading.rights'),
    writing.list('staff.rights'),
    writing.paragraph('staff.rights.how', { contact }),
    ...lawBlocks(writing, 'staff.law', 'law.common'),
    ...unknownBlocks(writing),
  ];
}
