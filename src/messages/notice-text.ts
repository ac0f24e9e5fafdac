import { noticeCharter as englishCharter, noticeCharterLists as englishCharterLists } from './en/notices/charter.ts';
import { noticeCouncil as englishCouncil, noticeCouncilLists as englishCouncilLists } from './en/notices/council.ts';
import { noticeDpia as englishDpia, noticeDpiaLists as englishDpiaLists } from './en/notices/dpia.ts';
import { noticeFrame as englishFrame, noticeFrameLists as englishFrameLists } from './en/notices/frame.ts';
import { noticeStaff as englishStaff, noticeStaffLists as englishStaffLists } from './en/notices/staff.ts';
import { fill, type TextArgs } from './fill.ts';
import { noticeCharter as frenchCharter, noticeCharterLists as frenchCharterLists } from './fr/notices/charter.ts';
import { noticeCouncil as frenchCouncil, noticeCouncilLists as frenchCouncilLists } from './fr/notices/council.ts';
import { noticeDpia as frenchDpia, noticeDpiaLists as frenchDpiaLists } from './fr/notices/dpia.ts';
import { noticeFrame as frenchFrame, noticeFrameLists as frenchFrameLists } from './fr/notices/frame.ts';
import { noticeStaff as frenchStaff, noticeStaffLists as frenchStaffLists } from './fr/notices/staff.ts';
import type { Language } from './language.ts';
import { typeset } from './typeset.ts';

const texts = {
  en: { ...englishFrame, ...englishStaff, ...englishCharter, ...englishCouncil, ...englishDpia },
  fr: { ...frenchFrame, ...frenchStaff, ...frenchCharter, ...frenchCouncil, ...frenchDpia },
};
const lists = {
  en: {
    ...englishFrameLists,
    ...englishStaffLists,
    ...englishCharterLists,
    ...englishCouncilLists,
    ...englishDpiaLists,
  },
  fr: { ...frenchFrameLists, ...frenchStaffLists, ...frenchCharterLists, ...frenchCouncilLists, ...frenchDpiaLists },
};

export type NoticeTextKey = keyof typeof texts.en;
export type NoticeListKey = keyof typeof lists.en;

/** What a document for staff, their representatives or the authority says, with the spaces its language sets. */
export function noticeText(language: Language, key: NoticeTextKey, args: TextArgs): string {
  return fill(typeset(language, texts[language][key]), args);
}

/** Several sentences of such a document, in their order; columns of a table stand between bars. */
export function noticeList(language: Language, key: NoticeListKey): readonly string[] {
  return lists[language][key].map((text) => typeset(language, text));
}
