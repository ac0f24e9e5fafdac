/** Signing in and out. */
export const signInTexts = {
  'signIn.title': 'Sign in',
  'signIn.working': 'Checking the sign-in link…',
  'signIn.how': 'octroi has no passwords yet: a link signs you in once. On the server, run',
  'signIn.command': 'the command that makes a link',
  'signIn.then': 'and open the link it prints, within the hour.',
  'signIn.usedTitle': 'This link has been used, or is too old',
  'signIn.usedExplained': 'A sign-in link works once, within the hour it was made. On the server, make a new one with',
  'signIn.awayTitle': 'octroi does not answer',
  'signIn.awayExplained': 'The link still waits here: try it again when octroi is back.',
  'signIn.stillIn': 'Signed in here already?',
  'signIn.goOn': 'Go to the exchanges',

  'signedOut.title': 'You are signed out',
  'signedOut.explained':
    'A session lasts twelve hours. Make a sign-in link on the server with the command below and open it in this browser: this page then goes on where it was.',
} as const;
