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
  'option.module': 'which module was taken, for example ai-basics',
  'option.valid-until': 'the day to the end of which it holds, for example 2027-06-30',
  'option.document': 'where the proof lies: a number or an address',
} as const;
