export const noticeStaff = {
  'staff.heading.who': 'Who answers for this',
  'staff.who': 'Controller: {organization}. Questions on your data: {contact}.',
  'staff.heading.why': 'What it is for',
  'staff.basis': 'Legal basis: {basis}.',
  'staff.heading.what': 'What octroi sees and what it records',
  'staff.reads':
    'octroi stands between your workstation and the assistant’s vendor. It reads each request in memory, to find secrets, personal data and confidential words, and keeps it no longer than the conversation needs: values that it replaced stay in memory for a bounded time, and are written nowhere. What it writes down, and for how long, is this:',
  'staff.heading.not': 'What it does not do',
  'staff.heading.capture': 'Content',
  'staff.heading.see': 'Who may see it',
  'staff.see.pseudonym':
    'Everywhere in the console and in its reports a person is a pseudonym, a random word that tells nothing of the name.',
  'staff.see.reveal':
    'A name is revealed only when one person with the right to it ({roles}) asks, with a reason, and another confirms within a day. Both acts are recorded.',
  'staff.see.command':
    'Who administers the machine that octroi runs on has access to its database and to names; the records themselves are sealed under keys.',
  'columns.see': 'Role|What it may see',
  'staff.heading.vendor': 'Who receives what you send',
  'staff.vendor':
    'What leaves goes to the vendor of the assistant, as a processor of the organisation under its contract. What the vendor’s terms say of it:',
  'staff.heading.effect': 'What you will notice',
  'staff.training.required':
    'Somebody whose training does not hold is refused until they have taken it ({modules}); for {days} days after it has run out, it is still good.',
  'staff.training.free': 'No training is required by this policy before one may send.',
  'staff.training.any': 'any one training',
  'staff.heading.rights': 'Your rights',
  'staff.rights.how': 'Requests go to: {contact}. The answer comes within one month (GDPR, article 12(3)).',
} as const;

export const noticeStaffLists = {
  'staff.purposes': [
    'Data of the organisation, of its customers and of its staff does not reach vendors who may keep it or train on it.',
    'What left, under whose terms and until when the vendor keeps it can be shown.',
    'Security: secrets are not sent; an incident can be reconstructed.',
  ],
  'staff.not': [
    'It keeps neither your questions nor the answers, unless the section “Content” says otherwise.',
    'It never writes down the value of what it found, in no record, log, error or screen, unless it stands in content captured as the section “Content” says.',
    'It ranks nobody, measures nobody’s output, and makes no comparison between persons.',
    'It takes no decision about a person: a refusal is about a request.',
    'It records neither keystrokes nor screens nor presence.',
  ],
  'staff.seen': [
    'octroi-admin|all records by pseudonym; may take part in revealing a name',
    'octroi-dpo|all records by pseudonym; answers requests of persons, erases, may take part in revealing a name',
    'octroi-security|all records by pseudonym',
    'octroi-auditor|all records by pseudonym; changes nothing',
    'octroi-lead|whose training holds, by pseudonym; nothing else',
    'each person|their own trainings, and on request all that is held of them',
  ],
  'staff.effects': [
    'A request that may not leave is refused at once; the refusal says what to take out, in the person’s language.',
    'A secret may be replaced by a stand-in before it leaves; in the answer the value is put back, where the policy says so.',
    'A personal account of the vendor is refused before anything is read.',
  ],
  'staff.rights': [
    'Access (GDPR, article 15): a person is given all that octroi holds of them, and that it was given is recorded.',
    'Rectification (article 16): records are not changed; what is wrong is corrected by another record beside it.',
    'Erasure (article 17): what is recorded of a person can be erased, with a certificate, unless a hold keeps it.',
    'Restriction (article 18): octroi has no act of its own for it; the organisation answers such a request.',
    'Objection (article 21), where the basis is legitimate interest.',
    'Complaint to the supervisory authority (article 77); in France, the CNIL.',
  ],
  'staff.law': [
    'GDPR, article 13: what a person is told when data is collected from them. This notice is written along it.',
  ],
} as const;
