/** What stands around every page, and what goes wrong on any. */
export const frameTexts = {
  'nav.label': 'Pages',
  'nav.exchanges': 'Exchanges',
  'nav.ledger': 'Ledger',
  'nav.egress': 'The way out',
  'nav.left': 'What left',
  'nav.rules': 'What may leave',
  'nav.terms': 'On what terms',
  'nav.holds': 'What holds',
  'nav.fleet': 'Workstations',
  'nav.posture': 'Posture',
  'nav.minimisation': 'What leaves',
  'nav.evaluation': 'Zero retention',
  'nav.kept': 'What is kept',
  'nav.retention': 'Retention',
  'nav.vendor': 'At the vendor',
  'nav.requests': 'Requests',
  'nav.learned': 'What is learned',
  'nav.trainings': 'My trainings',
  'nav.team': 'The team',
  'nav.access': 'Who may send',
  'nav.matrix': 'Matrix',
  'nav.policy': 'Policy',
  'nav.catalogue': 'Catalogue',
  'nav.contracts': 'Contracts',
  'nav.keys': 'Keys',
  'nav.approvals': 'Acts of two',
  'nav.signedInAs': 'Who is signed in',
  'nav.byLink': 'Signed in by link',
  'nav.skip': 'Skip to the content',
  'nav.signOut': 'Sign out',
  'nav.home': 'octroi, the list of exchanges',

  'language.label': 'Language',

  'theme.label': 'Appearance',
  'theme.system': 'System',
  'theme.light': 'Light',
  'theme.dark': 'Dark',

  'foot.version': 'octroi {version}',
  'foot.zone': 'Time zone: {zone}',
  'foot.pseudonyms': 'Persons appear under pseudonyms',

  'title.of': '{page} · octroi',
  'title.demo': '{page} · demo data · octroi',

  noScript: 'The console needs JavaScript; all of it comes from this server.',

  'demo.mark': 'Demo data',
  'demo.explained': 'Made-up people, files and vendor: nothing has really left.',

  'alarm.title': 'Contract “{name}” is stopped',
  'alarm.explained':
    'Since {at}, nothing leaves under it: another organisation answered than the one it names. Have the credential checked, then let it go on with:',
  'alarm.command': 'the command that lets it go on',
  'alarm.factsExplained':
    'The vendors’ terms no longer say what the catalogue rests on: {facts}. What was decided by it stays in force until a newer catalogue is imported.',
  'alarm.factsLook': 'See what changed, and what rests on it',

  'copy.copy': 'Copy',
  'copy.done': 'Copied',
  'copy.failed': 'Select it and copy by hand',
  'copy.what': 'Copy {what}',

  'state.loading': 'Loading…',
  'state.tryAgain': 'Try again',

  'fault.title': 'This could not be shown',
  'fault.away': 'octroi does not answer.',
  'fault.awayHint': 'Check on the server that `octroi up` is running.',
  'fault.unreadable': 'What answered is not octroi.',
  'fault.unreadableHint': 'Check for a proxy or a sign-in page between this browser and octroi.',

  'away.goesOn': 'This page tries again every few seconds and goes on by itself.',
  'away.since': 'What you see is from {at}.',

  'missing.title': 'There is nothing at this address',
  'missing.back': 'To the list of exchanges',

  'crash.title': 'The console has failed',
  'crash.explained': 'It is a fault of ours; what leaves is recorded all the same. Loading the page again may help.',
  'crash.reload': 'Load the page again',
} as const;
