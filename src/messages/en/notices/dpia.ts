export const noticeDpia = {
  'dpia.heading.processing': 'The processing',
  'dpia.processing':
    'Staff of {organization} sends source code, configuration, output of commands and questions to AI coding assistants of vendors. octroi inspects each request, decides by the policy, records what left and passes it on. Two processings meet: what the vendor does with what it is sent, and what octroi records of who sends.',
  'dpia.heading.subjects': 'Whose data',
  'dpia.heading.data': 'Which data, and for how long',
  'dpia.heading.means': 'Means',
  'dpia.heading.recipients': 'Recipients, processors, transfers',
  'dpia.heading.labels': 'Data labels',
  'dpia.heading.ways': 'What may leave from where',
  'dpia.heading.necessity': 'Necessity and proportionality',
  'dpia.basis': 'Legal basis of each of the two: {basis}.',
  'dpia.heading.risks': 'Risks to persons',
  'dpia.risks':
    'Likelihood and severity are judged by the controller, with the advice of the data protection officer: octroi weighs no risk, and both are unknown until somebody writes them down.',
  'dpia.columns.risks': 'Risk|What octroi does about it|What remains|Likelihood, severity',
  'dpia.unjudged': 'unknown: to be judged',
  'dpia.heading.measures': 'Measures in force by the policy',
  'dpia.measure.rule': '{id}: {text}',
  'dpia.measure.left': 'Rules of octroi that this policy has switched off: {ids}',
  'dpia.measure.restore': 'Stand-ins are turned back in: {places}',
  'dpia.measure.controls': 'Controls that must hold: {controls}',
  'dpia.measure.exception': 'Gap that {owner} answers for until {until}: {control} – {reason}',
  'dpia.measure.exceptionOver': 'An exception that ended on {until} ({owner}): {control} – {reason}. It counts no more',
  'dpia.heading.rights': 'Rights of persons',
  'dpia.heading.views': 'Views and advice',
  'dpia.views':
    'Advice of the data protection officer (article 35(2)): {toFillIn}. Views of the persons or their representatives (article 35(9)): {toFillIn}. Whether the authority is to be consulted before (article 36): {toFillIn}.',
  'dpia.anssi':
    'ANSSI, security recommendations for generative AI, R34: no sensitive data in prompts to generative AI on the Internet. Whatever the table of ways lets leave stays a gap against that recommendation.',
} as const;

export const noticeDpiaLists = {
  'dpia.subjects': [
    'Staff and others who work with an assistant.',
    'Persons named in code, configuration, test data, logs and history of repositories: customers, authors, users.',
  ],
  'dpia.necessity': [
    'Purpose limitation: records serve security, data protection and proof; no report on a person’s work is made from them.',
    'Minimisation: kinds, sizes, labels and keyed fingerprints in place of content; a value that was found is nowhere.',
    'Accuracy: what was sent is recorded before it leaves; a record is not changed.',
    'Storage limitation: days by class, executed each hour, with a certificate for each erasure.',
    'Information: the notice to staff, written from the same policy.',
  ],
  'dpia.risks': [
    'Personal data reaches a vendor|Detectors, labels, stand-ins or a refusal before it leaves|What no detector knows leaves; pictures and PDFs are counted and not read',
    'The vendor keeps it or trains on it|Consumer plans are refused; the organisation that answered is compared with the contract; terms are watched|Terms change after a request was sent; what is flagged as abuse is kept longer; what vendors really do cannot be seen from here',
    'Watching of staff by the records|Pseudonyms, two persons for a name, no ranking, roles|Times and volumes by pseudonym can be read by roles that see records; whoever administers the machine can read the database',
    'A pseudonym is found out from habits|Paths can be masked in exports; workspaces under zero retention keep counts alone|In a small team, workspace and hours may be enough',
    'A leak of the ledger|Records are sealed by keys of their persons; values and content are not in it|Paths and names of files may themselves tell something',
    'A refusal keeps somebody from working|The refusal says what to take out; exemptions from training can be given|A wrong finding stops a request until somebody changes the rule',
    'Transfer out of the EU|Regions of the contract and of the terms stand in the catalogue|The instrument of transfer is the controller’s to name',
  ],
  'dpia.law': [
    'GDPR, article 35(1), (2), (7) and (9): when an assessment is due, what is in it, who is heard.',
    'CNIL, list of processings that need an assessment (deliberation 2018-327): constant watching of the activity of employees is on it. Whether this is such a case, the controller decides.',
  ],
} as const;
