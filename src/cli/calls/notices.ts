import { type Command, commonOptions } from '../command.ts';

const noticeOptions = {
  ...commonOptions,
  lang: { type: 'string' },
  on: { type: 'string' },
  organization: { type: 'string' },
  contact: { type: 'string' },
} as const satisfies Command['options'];

const noticeTexts = {
  lang: 'noticeWrite.lang',
  organization: 'noticeWrite.organization',
  contact: 'noticeWrite.contact',
} as const;

export const noticeWrite: Command = {
  name: 'notice write',
  options: { ...noticeOptions, policy: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  words: ['DOCUMENT'],
  summary: 'noticeWrite.summary',
  notes: 'noticeWrite.notes',
  optionTexts: { ...noticeTexts, format: 'noticeWrite.format', out: 'noticeWrite.out' },
  examples: [
    'octroi notice write staff --lang fr --organization "Example SA" --contact dpo@example.com --format odt',
    'octroi notice write charter --policy ../governance/policy --format pdf --out charter.pdf',
    'octroi notice write council --lang fr > council-2026-11-27.md',
  ],
  run: async (invocation) => (await import('../commands/notice.ts')).noticeWrite(invocation),
};

export const noticeDiff: Command = {
  name: 'notice diff',
  options: noticeOptions,
  words: ['DOCUMENT', 'BEFORE', 'AFTER'],
  summary: 'noticeDiff.summary',
  notes: 'noticeDiff.notes',
  optionTexts: noticeTexts,
  examples: [
    'octroi notice diff staff policy ../proposal/policy',
    'octroi notice diff council council-2026-11-27.md policy',
  ],
  run: async (invocation) => (await import('../commands/notice.ts')).noticeDiff(invocation),
};
