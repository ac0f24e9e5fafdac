import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { lineStart } from '../../reading/lines.ts';
import { isRandomLooking } from '../../reading/value-shape.ts';

/** Cookies that stand for a signed-in user: by the names of the common frameworks, or any session in a cookie's header. */
export const sessionCookie: KeywordDetector = {
  id: 'session-cookie',
  kind: 'secret',
  class: 'secret',
  rank: 2,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc6265#section-8.4' },
  keywords: ['session', 'sessid', '.aspxauth', 'connect.sid', 'remember', 'logged_in', 'sid=', 'auth_token=', 'auth='],
  find: (text, start, end) => {
    const found = readAt(pair, text, end) ?? readAt(member, text, end);
    const span = found?.indices?.[1];
    if (!span || !found?.[1] || !isRandomLooking(decoded(found[1]), 'medium')) return undefined;
    const before = text.slice(Math.max(0, start - 40), span[0]);
    const name = nameBefore.exec(before)?.[0] ?? '';
    return outright.test(name) || isInCookies(text, start) ? { start: span[0], end: span[1] } : undefined;
  },
  examples: {
    catches: () => [
      `Set-Cookie: session=«${fake.base62(1, 40)}»; Path=/; HttpOnly`,
      `Cookie: lang=fr; JSESSIONID=«${fake.upperHex(2, 32)}»; a=b`,
      `{"cookie": "theme=dark; connect.sid=«s%3A${fake.base62(3, 32)}.${fake.base62(4, 43)}»"}`,
      `curl -b 'PHPSESSID=«${fake.base36(5, 26)}»' https://x.acme.fr`,
      `{"name": "JSESSIONID", "value": "«${fake.upperHex(8, 32)}»"}`,
      `wordpress_logged_in_ab12=«${fake.base62(6, 40)}»`,
    ],
    spares: () => [
      'Set-Cookie: session=; Max-Age=0',
      'Cookie: session_name=my-session-name',
      'session=sessionmaker(bind=engine)',
      'JSESSIONID=${sessionId}',
      `session=${fake.uuid(7)} started`,
    ],
  },
};

const pair = /[\w.-]{0,40}=([A-Za-z0-9%._~+/:-]{16,4000}={0,2})(?=[;\s"'`,&\\]|$)/dy;
// As browsers export them: {"name": "JSESSIONID", "value": "…"}.
const member = /[\w.-]{0,40}"\s?,\s{0,20}"value"\s?:\s?"([A-Za-z0-9%._~+/:-]{16,4000}={0,2})"/dy;
const outright =
  /^(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId|\.ASPXAUTH|connect\.sid|laravel_session|wordpress_logged_in_\w+|_\w+_session|CFID|remember_(?:token|user_token|me))$/i;

const nameBefore = /[\w.-]{1,60}(?=(?:=|"\s?,\s{0,20}"value"\s?:\s?")$)/;

function readAt(form: RegExp, text: string, from: number): RegExpExecArray | null {
  form.lastIndex = from;
  return form.exec(text);
}

function decoded(value: string): string {
  return value.replace(/%[0-9A-Fa-f]{2}/g, '.');
}

// Set-Cookie: …, Cookie: …, curl --cookie '…', document.cookie = "…"
function isInCookies(text: string, at: number): boolean {
  const from = Math.max(lineStart(text, at), at - 1_000);
  return /cookies?["']?\s?(?::|=|,|\()|--cookie|curl [^\n]{0,200}-b /i.test(text.slice(from, at));
}
