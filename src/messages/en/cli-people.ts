/** What the commands about persons’ roles and trainings say. */
export const cliPeople = {
  'personGrant.summary': 'Give a person a role',
  'personGrant.notes':
    'PERSON is a name, a pseudonym or an id. ROLE is a word that your policy asks for (principal.roles), 1 to 32 small letters,\ndigits and hyphens; or one of octroi’s own for its console: octroi-admin (everything), octroi-security (policy, keys,\ncontracts), octroi-dpo (retention, holds, erasure, requests, names), octroi-auditor (reads everything, changes nothing),\noctroi-lead (whose training holds, exemptions). It holds from the next request on, until `octroi person revoke`.',
  'personGrant.done': 'octroi: {person} has the role {role} from now on.',
  'personRevoke.summary': 'Take a role from a person again',
  'personRevoke.done': 'octroi: {person} does not have the role {role} any more.',
  'trainingRecord.summary': 'Write down that a person has taken a training',
  'trainingRecord.notes':
    'PERSON is a name, a pseudonym or an id. The training holds to the end of the day that is given (UTC); somebody whose training\nhad run out gets through with the next request. Recording a module again takes the place of what was recorded before.\nWhether a training is required, and for how long it is good after its day, stands in the policy (training).',
  'trainingRecord.done': 'octroi: {person} has taken {module}, valid until {validUntil}.',
  'trainingList.summary': 'List the trainings that persons have taken, by pseudonym',
  'trainingList.none': 'octroi: no training is recorded yet. Record one with: octroi training record PERSON',
  'trainingList.columns': 'PERSON|MODULE|VALID UNTIL|RECORDED|PROOF',
  'trainingMatrix.summary': 'Show whose training holds, by person and module',
  'trainingMatrix.notes':
    'Persons appear by pseudonym, in the order of these; there is no score. Modules are those of the policy (training.modules),\nor octroi’s own where it names none.',
  'trainingMatrix.columns': 'PERSON|MAY SEND UNTIL',
  'trainingState.valid': 'valid',
  'trainingState.expiring': 'renew',
  'trainingState.expired': 'expired',
  'trainingState.missing': 'missing',
  'trainingRemind.summary': 'List who is to be reminded of which module, as lines of JSON',
  'trainingRemind.notes':
    'octroi itself writes to nobody: hand the lines to what your company sends messages with. Each has the person’s id and\npseudonym, the module, its state, the day it holds to, a sentence and an address.',
  'trainingRemind.none': 'octroi: nobody is to be reminded.',
  'trainingRemind.expiring': 'Your training {module} holds to the end of {day}: renew it.',
  'trainingRemind.expired': 'Your training {module} has held to the end of {day}: take it again.',
  'trainingRemind.missing': 'You have not taken the training {module} yet.',
  'trainingGrant.summary': 'Let a person send for some hours although their training is overdue',
  'trainingGrant.notes':
    'PERSON is a name, a pseudonym or an id. It holds for 1 to 72 hours from now; that it was granted, and why, stands in the\nledger. Answers carry the header x-octroi-notice: training_exempt meanwhile.',
  'trainingGrant.done': 'octroi: {person} may send until {until}.',
  'trainingExport.summary': 'Write trainings out: as CSV, as xAPI statements, or the course as a cmi5 package',
  'trainingExport.notes':
    'FORMAT is csv (whose training holds), xapi (a statement for each attestation, to standard output or, with --lrs, to a\nlearning record store, whose key:secret is read from standard input) or cmi5 (the modules to read, for your LMS; --out\nnames the file). Outside, persons are accounts by their pseudonym.',
  'trainingExport.sent': 'octroi: {count} statements sent.',
  'trainingExport.course': 'octroi: the course is in {file}.',
  'option.hours': 'for how many hours, 1 to 72',
  'option.lrs': 'the xAPI endpoint of a learning record store',
  'option.module': 'which module was taken, for example ai-basics',
  'option.valid-until': 'the day to the end of which it holds, for example 2027-06-30',
  'option.document': 'where the proof lies: a number or an address',
} as const;
