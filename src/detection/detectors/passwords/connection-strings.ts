import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Found } from '../../finding.ts';
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
const password = /(?:password|pwd)\s?=\s?("[^"]{3,100}"|'[^']{3,100}'|\{[^}]{3,100}\}|[^;&\s"'`<>]{3,200})/di;

function findPairs(text: string, start: number): Found | undefined {
  const from = boundBefore(text, start);
  const to = boundAfter(text, start);
  const stretch = text.slice(from, to);
  const known = [...stretch.matchAll(knownKey)].filter(({ index }) => index < start - from || stretch.includes(';'));
  const named = password.exec(stretch.slice(start - from));
  const value = named?.[1];
  if (known.length < 2 || !value || !isPlausiblePassword(value.replace(/^["'{]|["'}]$/g, ''))) return undefined;
  const first = known[0];
  const begin = Math.min(start - from, (first?.index ?? 0) + (first?.[0].length ?? 0) - (first?.[1]?.length ?? 0));
  if (!isOneString(stretch.slice(begin))) return undefined;
  const [at] = named?.indices?.[1] ?? [0];
  const quote = /^["'{]/.test(value) ? 1 : 0;
  const inner = { start: start + at + quote, end: start + at + value.length - quote };
  return { start: from + begin, end: from + lastPairEnd(stretch, start - from), inner: [inner] };
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

/** The data source names of Go's MySQL driver: `user:password@tcp(host:port)/database`. */
export const goDataSource: KeywordDetector = {
  id: 'go-data-source',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://pkg.go.dev/github.com/go-sql-driver/mysql#readme-dsn-data-source-name' },
  keywords: ['@tcp(', '@unix(', '@tcp0(', '@udp('],
  find: (text, start) => {
    const from = Math.max(0, start - 200);
    const found = userBefore.exec(text.slice(from, start));
    const span = found?.indices?.[2];
    if (!span || !isPlausiblePassword(found?.[2] ?? '', found?.[1])) return undefined;
    return { start: from + span[0], end: from + span[1] };
  },
  examples: {
    catches: () => [`dsn := "app:«${fake.password(6)}»@tcp(db.acme.fr:3306)/shop?parseTime=true"`],
    spares: () => [
      'user:password@tcp(localhost:3306)/db',
      'app@tcp(db:3306)/shop',
      '"%s:%s@tcp(%s:%d)/%s"',
      'app:${DB_PASSWORD}@tcp(db)/x',
    ],
  },
};

const userBefore = /(?:^|["'`\s=])([\w.-]{1,60}):([^\s"'`]{3,100})$/d;
