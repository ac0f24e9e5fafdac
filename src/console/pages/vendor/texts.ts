import type { ConsoleKey } from '../../../messages/console.ts';

/** What a copy at a vendor is. */
export const classTexts: Readonly<Record<string, ConsoleKey>> = {
  messages: 'mirror.class.messages',
  covered_model: 'mirror.class.covered_model',
  code_execution: 'mirror.class.code_execution',
  batch: 'mirror.class.batch',
  file: 'mirror.class.file',
  flagged_content: 'mirror.class.flagged_content',
  flagged_scores: 'mirror.class.flagged_scores',
  local_transcript: 'mirror.class.local_transcript',
};

/** Why nobody knows until when. */
export const whyTexts: Readonly<Record<string, ConsoleKey>> = {
  contract_unknown: 'mirror.why.contract_unknown',
  other_organization: 'mirror.why.other_organization',
  plan_unknown: 'mirror.why.plan_unknown',
  plan_unrecorded: 'mirror.why.plan_unrecorded',
  terms_unread: 'mirror.why.terms_unread',
  terms_silent: 'mirror.why.terms_silent',
  terms_open: 'mirror.why.terms_open',
  model_untold: 'mirror.why.model_untold',
  sweep_skipped: 'mirror.why.sweep_skipped',
};

/** What nobody lets us know. */
export const untoldTexts: Readonly<Record<string, ConsoleKey>> = {
  flagging: 'mirror.untold.flagging',
  harmful_use: 'mirror.untold.harmful_use',
  not_seen: 'mirror.untold.not_seen',
  third_party: 'mirror.untold.third_party',
  history_file: 'mirror.untold.history_file',
  ledger_begins: 'mirror.untold.ledger_begins',
};
