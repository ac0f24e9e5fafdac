import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { isPlausiblePassword } from './plausible-password.ts';

/** Accounts as people hand them on in tickets and chats: `identifiants : bob / …`, `login: bob / …`, a PIN. */
export const spokenCredentials: KeywordDetector = {
  id: 'spoken-credentials',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://cwe.mitre.org/data/definitions/522.html' },
  keywords: [
    'identifiants',
    'identifiant',
    'credentials',
    'creds',
    'login',
    'compte',
    'acces ',
    'account',
    'pin:',
    'pin :',
    'pin =',
    'pin=',
    'pin"',
    'pin est',
    'pin is',
  ],
  find: (text, start) => {
    if (/[A-Za-z0-9_]/.test(text.charAt(start - 1))) return undefined;
    for (const form of [pair, pin]) {
      form.lastIndex = start;
      const found = form.exec(text);
      const span = found?.indices?.[1];
      if (span && isTold(found[1] ?? '', form === pin)) return { start: span[0], end: span[1] };
    }
    return undefined;
  },
  examples: {
    catches: () => [
      `Identifiants : admin / «${fake.password(1)}»`,
      `compte : svc_app / «${fake.password(2)}» merci`,
      'code PIN : «4821»',
    ],
    spares: () => ['login: bob / jean', 'account: user/password', 'compte : 12 / 2024', 'pin: 13', 'login = a / b2'],
  },
};

const pair =
  /(?:identifiants?|credentials?|creds|logins?|compte|acc[èe]s|account)(?: [\p{L}]{1,12}){0,2}\s?(?::|=|->|sont)\s{0,2}["'`]?[\w.@-]{2,40}["'`]?\s?(?:\/|:|\||et|and)\s?["'`]?([^\s"'`,;]{6,60})/diuy;
const pin = /pin["']?(?: code)?\s?(?::|=|est|is)\s?["']?(\d{4,8})(?![\d.])/diy;

function isTold(value: string, isPin: boolean): boolean {
  if (isPin) return !/^(?:19|20)\d\d$|^(\d)\1+$|^0+$|^1234/.test(value);
  return (
    isPlausiblePassword(value) &&
    /[A-Za-z]/.test(value) &&
    /[0-9!@#$%^&*?]/.test(value) &&
    !/^[\w.-]+[/(]|\)$|^\d|^www\.|\.\w{2,4}$/.test(value)
  );
}
