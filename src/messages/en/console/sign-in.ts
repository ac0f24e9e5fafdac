/** Signing in and out. */
export const signInTexts = {
  'signIn.title': 'Sign in',
  'signIn.working': 'Checking the sign-in link…',
  'signIn.name': 'Name',
  'signIn.password': 'Password',
  'signIn.enter': 'Sign in',
  'signIn.entering': 'Signing in…',
  'signIn.passkey': 'Sign in with a passkey',
  'signIn.passkeyFailed': 'No passkey signed you in.',
  'signIn.passkeyHint': 'Try again, or use your password.',
  'signIn.provider': 'Continue with {provider}',
  'signIn.account':
    'The account is the one you sign Claude Code in with. An operator must have given you a role for the console.',
  'signIn.linkTitle': 'With a link, once',
  'signIn.how': 'An operator of the server gets in without an account. On the server, run',
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
    'A session lasts twelve hours. Once you are signed in again in this browser, this page goes on where it was.',
  'signedOut.again': 'Sign in',
  'signedOut.link': 'Or make a sign-in link on the server, and open it in this browser:',
} as const;
