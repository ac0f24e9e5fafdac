import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';
import { isPlausiblePassword } from './plausible-password.ts';

/** Connection strings made of pairs: ADO.NET, ODBC, OLE DB, JDBC with parameters, libpq. The whole string. */
export const connectionString: KeywordDetector = {
  id: 'connection-string',
  kind: 'connection_string',
  class: 'secret',
  rank: 2,
  source: { url: 'https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax' },
  keywords: ['password=', 'pwd=', 'password =', 'pwd ='],
  find: findPairs,
  examples: {
    catches: () => [
      `"Default": "«Server=db.acme.fr;Database=shop;User Id=app;Password=${fake.password(1)};»"`,
      `cs = '«Driver={ODBC Driver 18 for SQL Server};Server=tcp:x,1433;Uid=app;Pwd=${fake.base62(2, 14)};Encrypt=yes»'`,
      `dsn = "«host=db.acme.fr port=5432 user=app password=${fake.base62(3, 14)} dbname=shop»"`,
      `«jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password=${fake.password(4)}»`,
      `url=«jdbc:postgresql://db/shop?user=app&password=${fake.base62(5, 14)}»`,
    ],
    spares: () => [
      'Server=localhost;Database=shop;User Id=sa;Password=${PASSWORD};',
      '"Server=myServer;Database=myDb;User Id=myUser;Password=myPassword;"',
      'host=%s port=%d user=%s password=%s dbname=%s',
    ],
  },
};

const reach = 600;
const bounds = /["'`<>\r\n]/;
const knownKey =
  /(?:^|[;&?\s"'=])((?:jdbc:[a-z0-9:]{2,20}:\/\/[^\s;?&]{1,200})|(?:server|data source|datasource|host|hostname|addr|address|network address|user id|userid|uid|username|user|database|databasename|initial catalog|dbname|dsn|driver|provider|endpoint|port)(?=\s?=))/gi;
const password = /(?:password|pwd)\s?=\s?("[^"]{3,100}"|'[^']{3,100}'|\{[^}]{3,100}\}|[^;&\s"'`<>]{3,200})/i;

function findPairs(text: string, start: number): Span | undefined {
  const from = boundBefore(text, start);
  const to = boundAfter(text, start);
  const stretch = text.slice(from, to);
  const known = [...stretch.matchAll(knownKey)].filter(({ index }) => index < start - from || stretch.includes(';'));
  const value = password.exec(stretch.slice(start - from))?.[1];
  if (known.length < 2 || !value || !isPlausiblePassword(value.replace(/^["'{]|["'}]$/g, ''))) return undefined;
  const first = known[0];
  const begin = Math.min(start - from, (first?.index ?? 0) + (first?.[0].length ?? 0) - (first?.[1]?.length ?? 0));
  if (!isOneString(stretch.slice(begin))) return undefined;
  return { start: from + begin, end: from + lastPairEnd(stretch, start - from) };
}

// Pairs joined by one kind of sign, and nothing between them that would be code.
function isOneString(text: string): boolean {
  return !/[()]\s*[{;]|=>|\bconst\b|\bvar\b|, ?\w+=/.test(text) && (text.match(/=/g)?.length ?? 0) >= 2;
}

const pair = /(?:^|[;&]\s?|\s(?=\w+=))[\w .-]{1,40}\s?=\s?(?:\{[^}]*\}|[^;&\s"'`<>]*(?: [^;&=\s"'`<>]+(?=;))*);?/y;

function lastPairEnd(stretch: string, from: number): number {
  pair.lastIndex = from;
  const first = password.exec(stretch.slice(from));
  let end = from + (first?.[0].length ?? 0);
  for (;;) {
    pair.lastIndex = end;
    const more = pair.exec(stretch);
    if (!more || more[0].length === 0) break;
    end = pair.lastIndex;
  }
  return stretch.charAt(end) === ';' ? end + 1 : end;
}

function boundBefore(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < reach && !bounds.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function boundAfter(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < reach && !bounds.test(text.charAt(at))) at += 1;
  return at;
}
