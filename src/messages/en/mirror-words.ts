/** What copies at vendors are called, until when they are held, and what nobody lets us know. */
export const mirrorWords = {
  'mirror.unlabelled': '(none recorded)',
  'mirror.answers': '(answers)',
  'mirror.workstations': '(workstations)',
  'mirror.possibly': 'possibly: {text}',
  'mirror.untilDeleted': 'until deleted',
  'mirror.class.messages': 'requests and answers',
  'mirror.class.covered_model': 'requests and answers, model kept whatever was agreed',
  'mirror.class.code_execution': 'containers of code execution',
  'mirror.class.batch': 'requests in batches',
  'mirror.class.file': 'uploaded files',
  'mirror.class.flagged_content': 'content flagged for safety',
  'mirror.class.flagged_scores': 'scores of flagged content',
  'mirror.class.local_transcript': 'transcripts on workstations',
  'mirror.why.contract_unknown': 'unknown: no such contract any more',
  'mirror.why.other_organization': 'unknown: another organisation answered',
  'mirror.why.plan_unknown': 'unknown: the catalogue has no such plan',
  'mirror.why.plan_unrecorded': 'unknown: nothing is recorded of the plan so early',
  'mirror.why.terms_unread': 'unknown: the terms were first read later',
  'mirror.why.terms_silent': 'unknown: the terms name no period',
  'mirror.why.terms_open': 'unknown: the terms name no end',
  'mirror.why.model_untold': 'unknown: the model is not on record',
  'mirror.why.sweep_skipped': 'unknown: the client’s clean-up did not run',
  'mirror.untold.flagging':
    '{contract}: which content the vendor flagged. Answers that ended with a refusal are taken as possibly flagged; of all others nothing is told.',
  'mirror.untold.harmful_use':
    '{contract}: what the vendor keeps for longer to combat harmful use; no period is named.',
  'mirror.untold.not_seen': '{contract}: whether copies were made by ways that do not pass here. If so, they are held:',
  'mirror.untold.third_party':
    '{contract}: what servers of third parties (MCP) keep of what the vendor passes on to them.',
  'mirror.untold.history_file':
    'Workstations: the file of all prompts (history.jsonl) is swept by no clean-up. `claude project purge` deletes it.',
  'mirror.untold.ledger_begins': 'What left before {since}: the ledger does not reach further back, or was erased.',
} as const;
