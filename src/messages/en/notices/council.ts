export const noticeCouncil = {
  'council.heading.subject': 'What the council is told and asked about',
  'council.subject':
    '{organization} puts octroi between workstations and AI coding assistants. It records which requests were sent by whom, so that it is also a means by which activity could be watched. This note says what it is for, what it can do, what it does not do, and what remains open.',
  'council.heading.purposes': 'Purposes',
  'council.purposes.limit':
    'The records serve these purposes. To use them for another, such as judging somebody’s work, is another processing, with an information and consultation of its own.',
  'council.heading.means': 'Means',
  'council.heading.data': 'What is recorded, and for how long',
  'council.heading.access': 'Who has access',
  'council.heading.not': 'What is not done',
  'council.heading.proportion': 'Proportionality',
  'council.columns.proportion': 'Measure|Why it is needed|What was done to make it lighter',
  'council.heading.effects': 'Effects on work',
  'council.heading.vendor': 'Who receives what is sent',
  'council.heading.changes': 'How the council learns of changes',
  'council.changes':
    'Every change of the policy is a record with its day. This note is written anew from it; `octroi notice diff` shows each paragraph that is another than in the note the council had. It is that difference that is brought to the council.',
  'council.heading.open': 'To be settled',
} as const;

export const noticeCouncilLists = {
  'council.not': [
    'No ranking of persons or teams, no count of lines or requests by person, no score of anybody’s work. An attempt at a training module has a result; lists of trainings do not show it.',
    'No content of questions or answers is kept, unless a capture named under “What is recorded” is approved by two persons.',
    'No name on a screen without two persons, a reason and a record.',
    'No keystrokes, screens, places or working hours; instants of requests are recorded, and are not evaluated as working time.',
    'No decision about a person by a machine.',
    'No use of the records outside security and data protection: no view of the console and no report is made for it.',
  ],
  'council.proportion': [
    'Reading of every request|A secret or data of persons is found only by looking|In memory and by rules, not by a person; kept no longer than the conversation needs',
    'A record of every request|To show what left, and to find an incident|Kinds, sizes and labels in place of content; fingerprints with a key in place of values',
    'Records by person|Requests of persons, training and incidents need to know whose they are|Pseudonyms; two persons for a name; erasure by person with a certificate',
    'Lifetimes|An incident is often seen months later|Days by class within bounds that have sources; a sweep each hour erases what is over',
    'Refusals at once|What has left cannot be taken back|The refusal says what to take out; stand-ins in place of a refusal where that is enough',
  ],
  'council.open': [
    'Whether the council gives its opinion with the help of an expert, and by when.',
    'Whether the records may ever serve in a disciplinary matter, and under which procedure.',
    'Who holds the roles named above, and how many they are.',
    'When the council is shown the figures of revealed names (requests, reasons, refusals).',
    'How staff is told: the notice, by which way, before which day.',
  ],
  'council.law': [
    'Code du travail (France), L.2312-38: the council is informed and consulted, before the decision, on means that allow the activity of employees to be controlled.',
    'Code du travail (France), L.2312-8: consultation on the introduction of new technologies.',
    'AI Act (Regulation (EU) 2024/1689), article 26(7): information of workers where a high-risk system is used at work; a coding assistant is normally none.',
  ],
} as const;
