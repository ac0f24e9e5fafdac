import type { LedgerRecord } from '../../src/ledger/index.ts';
import { actor, common, exchangeId, id, person, sender } from './sample-facts.ts';

/** What is recorded of what vendors hold. */
export const vendorRecords: readonly LedgerRecord[] = [
  {
    ...common,
    kind: 'file_uploaded',
    contractId: id(13),
    vendorFileId: 'file_1',
    exchangeId,
    sender,
    bytes: 900,
    label: 'internal',
    name: '~lovelace/plan.md',
    mediaType: 'text/markdown',
  },
  { ...common, kind: 'file_deleted', contractId: id(13), vendorFileId: 'file_1', answer: 'deleted', sender },
  { ...common, kind: 'file_deleted', contractId: id(13), vendorFileId: 'file_2', answer: 'not_there', actor },
  {
    ...common,
    kind: 'files_reconciled',
    contractId: id(13),
    listed: 3,
    gone: ['file_2'],
    foreign: [],
    actor: 'schedule',
  },
  { ...common, kind: 'compliance_key_set', contractId: id(13), actor },
  { ...common, kind: 'chat_deleted', contractId: id(13), chatId: 'chat_1', answer: 'deleted', actor },
  {
    ...common,
    kind: 'capture_approved',
    captureId: id(17),
    ...person,
    label: 'internal',
    purpose: 'ask lovelace',
    days: 7,
  },
  {
    ...common,
    kind: 'content_captured',
    exchangeId,
    captureId: id(17),
    sender,
    label: 'internal',
    until: '2026-11-27T08:00:00.000Z',
    part: { index: 0, kind: 'prompt', fingerprint: 'fp-prompt' },
    piece: [1, 1],
    content: 'what lovelace wrote',
  },
];
