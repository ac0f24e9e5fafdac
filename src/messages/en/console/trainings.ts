/** A person's own trainings, and whose hold in the team. */
export const trainingsTexts = {
  'trainings.title': 'My trainings',
  'trainings.lead':
    'What you learn here is about what leaves your workstation, to whom, and on what terms. Only you see your answers.',
  'trainings.link': 'A sign-in link belongs to nobody',
  'trainings.linkHow': 'Trainings are taken by a person: sign in with an account of your own.',
  'trainings.list': 'Modules',
  'trainings.column.module': 'Module',
  'trainings.column.state': 'State',
  'trainings.column.until': 'Holds to the end of',
  'trainings.column.minutes': 'Takes',
  'trainings.minutes': '{count} minutes',
  'trainings.required': 'required',
  'trainings.elsewhere': 'Taken elsewhere, and recorded by an operator',
  'moduleState.valid': 'valid',
  'moduleState.expiring': 'renew soon',
  'moduleState.expired': 'expired',
  'moduleState.missing': 'not taken',

  'trainings.banner.in_grace':
    'A training of yours has run out. What you send still passes for {days} days after its end.',
  'trainings.banner.overdue':
    'A training of yours is missing or has run out: what you send is refused until you take it.',
  'trainings.banner.exempt': 'A training of yours is overdue. What you send passes until {until}, by an exemption.',
  'trainings.banner.go': 'Go to my trainings',

  'training.back': 'My trainings',
  'training.facts': '{minutes} minutes · version {version}',
  'training.source': 'Source, {date}',
  'training.measured': 'Measured, {date}',
  'training.withdrawn':
    '{count} passages are left out: what they rest on has changed, and they are being written anew.',
  'training.questions': 'Questions',
  'training.start': 'Answer the questions',
  'training.startHow': '8 questions, one right answer each. Attempts left today: {left}.',
  'training.noneLeft': 'You have no attempt left today. Read it once more, and try again tomorrow.',
  'training.needed': '{needed} of {count} right answers pass.',
  'training.handIn': 'Hand in the answers',
  'training.passed': 'Passed: {right} of {count} are right.',
  'training.failed': 'Not passed: {right} of {count} are right, {needed} are needed.',
  'training.again': 'Try again',
  'training.yourAnswer': 'your answer',
  'training.rightAnswer': 'right',
  'training.statement': 'What you declare',
  'training.sign': 'I declare this',
  'training.signHow':
    'These very words, your pseudonym and the module’s version go into the ledger. How many answers were right does not.',
  'training.signed': 'Declared. It holds to the end of {date}.',

  'training.law': 'Why there is training at all',
  'training.lawLead': 'Article 4 of the Artificial Intelligence Act (Regulation (EU) 2024/1689), in its wordings:',
  'training.lawOld': 'In application since 2 February 2025',
  'training.lawOldText':
    '“Providers and deployers of AI systems shall take measures to ensure, to their best extent, a sufficient level of AI literacy of their staff and other persons dealing with the operation and use of AI systems on their behalf, taking into account their technical knowledge, experience, education and training and the context the AI systems are to be used in, and considering the persons or groups of persons on whom the AI systems are to be used.”',
  'training.lawNew': 'As amended by the Digital Omnibus on AI',
  'training.lawNewText':
    'Adopted by Parliament on 16 June 2026 and by the Council on 29 June 2026: deployers “take measures to support the development of AI literacy”, a duty of effort. Read on 23 November 2026 in secondary sources; octroi has not read the Official Journal’s text. Ask counsel which wording binds you today.',

  'team.title': 'Whose training holds',
  'team.lead': 'By pseudonym, in the order of these. There is no score, and nothing to rank by.',
  'team.notRequired': 'The policy does not require training: nothing is refused for want of it.',
  'team.none': 'There is nobody yet.',
  'team.person': 'Person',
  'team.exempt': 'May send until',
  'team.csv': 'As CSV',
  'team.grant': 'Let somebody send',
  'team.grantTitle': 'Let somebody send without their training',
  'team.grantAct': 'Grant it',
  'team.grantSays':
    'For an emergency: it holds for hours, and it stands in the ledger with its reason and your pseudonym.',
  'team.grantPerson': 'Person',
  'team.grantPersonHow': 'A name, a pseudonym or an id.',
  'team.grantHours': 'Hours',
  'team.grantHoursHow': '1 to 72, from now.',
  'team.grantReason': 'Reason',
  'team.grantReasonHow': '10 to 500 characters. It stands in the ledger.',
} as const;
