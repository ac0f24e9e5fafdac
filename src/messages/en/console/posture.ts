/** The posture: what holds, what does not, and what nobody knows. */
export const postureTexts = {
  'posture.title': 'Posture',
  'posture.lead':
    'What holds, what does not, and what nobody knows. A control is met as long as its evidence says so; unknown never counts as met.',
  'posture.sum': '{met} met, {notMet} not met, {unknown} unknown',
  'posture.basis': 'At {at}, by policy {policy} and catalogue {catalogue}.',
  'posture.controls': 'Controls',
  'posture.until': 'Holds until {until}',
  'posture.now': 'Counted just now',
  'posture.alarms': 'Stale facts',
  'posture.alarmsSays':
    'What the vendors’ terms say now, beside what they said when the fact was read. It stays in force until somebody reads it and imports a newer catalogue.',
  'posture.lost': '{service}, {terms}: there until {lastGood}, gone on {lost}',
  'posture.before': 'Before',
  'posture.after': 'Now',
  'posture.nothingLeft': 'nothing like it is left',
  'posture.decisions': 'Decisions that rest on it',
  'posture.answers': 'Answers that rest on it',
  'posture.claims': 'Statements of the white paper that rest on it',
  'posture.nothingRests': 'Nothing rests on it.',
} as const;
