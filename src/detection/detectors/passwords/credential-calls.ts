import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { isPlausiblePassword } from './plausible-password.ts';

/** Calls that take a user and a password as literals: `login('bob', '…')`, `getConnection(url, "sa", "…")`. */
export const credentialCall: KeywordDetector = {
  id: 'credential-call',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.sql/java/sql/DriverManager.html' },
  keywords: [
    'login(',
    'auth(',
    'authenticate(',
    'getconnection(',
    'pdo(',
    'mysqli(',
    'mysqli_connect(',
    'mysql_connect(',
    'usernamepassword',
    'networkcredential(',
    'credentials(',
    'credential(',
    'basicauth(',
    'basic_auth(',
    'basic_auth=(',
    'auth=(',
    'signin(',
    'sign_in(',
    'logon(',
    'passwordauthentication(',
    'mysql.connect(',
    'oci_connect(',
    'connect(',
  ],
  find: (text, start) => {
    const form = /^oci_p?connect/i.test(text.slice(start, start + 12)) ? callOfUser : call;
    form.lastIndex = start;
    const found = form.exec(text);
    const span = found?.indices?.[5];
    if (!found || !span || !found[5] || !isLiteralPassword(found[5], found[3] ?? '', outright.test(found[0])))
      return undefined;
    // Much is connected besides databases: a host or a source of data has to stand first.
    const isOfDatabase = ofDatabase.test(text.slice(Math.max(0, start - 12), start) + found[0]);
    if (/^\w*connect\(/i.test(found[0]) && !isOfDatabase && !/[:.]/.test(found[2] ?? '')) return undefined;
    return { start: span[0], end: span[1] };
  },
  examples: {
    catches: () => [
      `smtp.login('bob@acme.fr', '«${fake.password(1)}»')`,
      `DriverManager.getConnection("jdbc:h2:mem", "sa", "«${fake.password(2)}»");`,
      `new PDO('mysql:host=x', 'app', '«${fake.base62(3, 14)}»');`,
      `requests.get(url, auth=("ci", "«${fake.base62(4, 18)}»"))`,
      `DBI->connect("DBI:Pg:dbname=x;host=db", "app", "«${fake.base62(6, 12)}»");`,
      `new NetworkCredential("svc", "«${fake.password(5)}»")`,
      'new NetworkCredential("svc", "«tangerine»")',
      `oci_connect('scott', '«tigre2024»', 'db/x')`,
      `mysqli_connect('localhost', 'app', '«${fake.base62(7, 12)}»', 'shop');`,
    ],
    spares: () => [
      `login('user', 'password')`,
      `auth("name", "value")`,
      `login(user, password)`,
      `signIn('google', 'popup')`,
      `socket.connect('room', 'a1', 'b2c3')`,
      `new NetworkCredential("username", "password")`,
    ],
  },
};

const call =
  /\w{0,24}=?\(\s{0,40}(?:[^()"'\n]{1,60},\s{0,20}|(["'])([^"'\n]{1,160})\1,\s{0,20})?@?(?:["'])([^"'\n]{1,80})["'],\s{0,20}@?(["'])([^"'\n]{4,100})\4\s{0,20}[,)+]/dy;

// Oracle's takes the user first.
const callOfUser = /\w{0,24}\(\s{0,40}()()(["'])?([^"'\n,]{1,80})["']?,\s{0,20}["']([^"'\n]{4,100})["']\s{0,20}[,)]/dy;

// The functions of database drivers, which take host, user and password in this order.
const ofDatabase = /(?:mysqli?|oci|odbc|db2|ibase|pymysql|psycopg\d?|mariadb|sybase|pyodbc|cx_oracle)[._]p?connect\(/i;
// These take nothing but a user's password: there it may be a word.
const outright =
  /^(?:networkcredential|usernamepassword\w*|passwordauthentication|basicauth|mysqli?|mysqli?_connect|getconnection|oci_connect)\(/i;

function isLiteralPassword(value: string, user: string, isOutright: boolean): boolean {
  return (
    (/[0-9!@#$%^&*]/.test(value) || (isOutright && /^[A-Za-z]{6,}$/.test(value))) &&
    !/\s/.test(value) &&
    !/^[\w./-]*\/[\w./-]*$/.test(value) &&
    isPlausiblePassword(value, user)
  );
}
