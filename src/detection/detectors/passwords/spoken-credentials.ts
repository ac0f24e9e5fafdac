import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';
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
    'user/',
    'user /',
    'login/',
    'login /',
    'utilisateur/',
    'utilisateur /',
    'comme mot de passe',
    'comme mdp',
    'as password',
    'as the password',
    'as my password',
    'identifiant/',
    'identifiant /',
    'username/',
    'username /',
    'wifi',
    'wi-fi',
    'pin est',
    'pin is',
  ],
  find: (text, start) => {
    if (/[A-Za-z0-9_]/.test(text.charAt(start - 1))) return undefined;
    const before = /^(?:comme|as) /i.test(text.slice(start, start + 6)) ? namedBehind(text, start) : undefined;
    if (before) return before;
    for (const form of [pair, slashed, wifi, pin]) {
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
      "J'ai mis «kiwi42tango» comme mot de passe",
      `user/pass: bob / «${fake.password(3)}»`,
      `identifiant / mot de passe : bob / «kiwi42»`,
      'Le code wifi invité est "«kiwi42»"',
      'clé du Wi-Fi : «tango-42-kiwi»',
    ],
    spares: () => [
      'wifi: 802.11ac',
      'user/pass: user / password',
      'the wifi driver is rtl8812au',
      'login: bob / jean',
      'account: user/password',
      'compte : 12 / 2024',
      'pin: 13',
      'login = a / b2',
    ],
  },
};

const pair =
  /(?:identifiants?|credentials?|creds|logins?|compte|acc[èe]s|account)(?: [\p{L}]{1,12}){0,2}\s?(?::|=|->|sont)\s{0,2}["'`]?[\w.@-]{2,40}["'`]?\s?(?:\/|:|\||et|and)\s?["'`]?([^\s"'`,;]{6,60})/diuy;
// `j'ai mis … comme mot de passe`
function namedBehind(text: string, start: number): Span | undefined {
  const found = /(?:^|[\s"'«`])([^\s"'«»`]{6,60})["'»`]?\s$/d.exec(text.slice(Math.max(0, start - 80), start));
  const span = found?.indices?.[1];
  const from = Math.max(0, start - 80);
  return span && isTold(found?.[1] ?? '', false) ? { start: from + span[0], end: from + span[1] } : undefined;
}

const slashed =
  /(?:user(?:name)?|login|identifiant|utilisateur|compte|account)s?\s?\/\s?(?:pass(?:word|wd)?|pwd|pw|mdp|mot de passe)\s?[:=]\s{0,2}["'`]?[\w.@\\-]{2,40}["'`]?\s?[/:|]\s?["'`]?([^\s"'`,;]{6,60})/diuy;
const wifi =
  /(?<=(?:code|cl[ée]f?|pass|passphrase|key|acc[èe]s)\s(?:du\s|de\s|of\s|for\s)?)wi-?fi(?: [\p{L}-]{1,12}){0,2}\s?(?:est|is|:|=|c['’]est)\s{0,2}:?\s?["'`«“]?\s?([^\s"'`»”,;]{6,63})/diuy;
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
