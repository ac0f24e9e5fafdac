import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';
import { hash, password, privateKey, secret, token } from './values.ts';

const users = ['admin', 'svc_app', 'bob', 'deploy', 'claire', 'shop', 'reporting'];
const hosts = [
  'db01.prod.internal',
  '10.4.2.19',
  'pg.service.consul',
  'mail.intra.corp',
  'cache-2.eu-west-3.aws.corp',
  'srv-sql',
];

type Template = (random: Random) => string;

const p = (random: Random) => `«${password(random)}»`;
const s = (random: Random) => `«${secret(random)}»`;
const t = (random: Random) => `«${token(random)}»`;
const user = (random: Random) => random.pick(users);
const host = (random: Random) => random.pick(hosts);

const passwords: readonly Template[] = [
  (r) =>
    `# application.yml\nspring:\n  datasource:\n    url: jdbc:postgresql://${host(r)}/shop\n    username: ${user(r)}\n    password: ${p(r)}\n`,
  (r) => `{\n  "host": "${host(r)}",\n  "user": "${user(r)}",\n  "password": "${p(r)}",\n  "port": 3306\n}\n`,
  (r) => `DB_HOST=${host(r)}\nDB_USER=${user(r)}\nDB_PASSWORD=${p(r)}\nDB_PORT=5432\n`,
  (r) => `[client]\nuser = ${user(r)}\npassword = "${p(r)}"\nhost = ${host(r)}\n`,
  (r) => `<datasource>\n  <user-name>${user(r)}</user-name>\n  <password>${p(r)}</password>\n</datasource>\n`,
  (r) => `<property name="hibernate.connection.password" value="${p(r)}"/>\n`,
  (r) => `mail.smtp.host=${host(r)}\nmail.smtp.password=${p(r)}\nmail.smtp.auth=true\n`,
  (r) => `export MYSQL_PWD='${p(r)}'\nmysqldump -h ${host(r)} shop > dump.sql\n`,
  (r) => `mysql -u${user(r)} -p'${p(r)}' -h ${host(r)} shop < schema.sql\n`,
  (r) => `curl -fsS -u ${user(r)}:${p(r)} https://nexus.corp/repository/raw/x.tgz -o x.tgz\n`,
  (r) => `CREATE USER '${user(r)}'@'%' IDENTIFIED BY '${p(r)}';\nGRANT SELECT ON shop.* TO '${user(r)}'@'%';\n`,
  (r) => `ALTER USER ${user(r)} WITH ENCRYPTED PASSWORD '${p(r)}';\n`,
  (r) =>
    `const pool = new Pool({\n  host: '${host(r)}',\n  user: '${user(r)}',\n  password: '${p(r)}',\n  max: 10,\n});\n`,
  (r) => `conn = psycopg2.connect(host="${host(r)}", user="${user(r)}", password="${p(r)}", dbname="shop")\n`,
  (r) => `String password = "${p(r)}";\nConnection c = DriverManager.getConnection(url, "${user(r)}", password);\n`,
  (r) => `    private const string Password = "${p(r)}";\n`,
  (r) => `define( 'DB_NAME', 'wp' );\ndefine( 'DB_PASSWORD', '${p(r)}' );\ndefine( 'DB_HOST', 'localhost' );\n`,
  (r) => `$dbPassword = '${p(r)}';\n$pdo = new PDO($dsn, '${user(r)}', $dbPassword);\n`,
  (r) => `func main() {\n\tpassword := "${p(r)}"\n\tclient, err := ssh.Dial("tcp", "${host(r)}:22", password)\n}\n`,
  (r) => `let smtp_password = "${p(r)}".to_string();\n`,
  (r) => `  password: "${p(r)}" # rotate in March\n`,
  (r) =>
    `services:\n  db:\n    image: mariadb:11\n    environment:\n      MARIADB_ROOT_PASSWORD: ${p(r)}\n      MARIADB_DATABASE: shop\n`,
  (r) => `services:\n  db:\n    environment:\n      - POSTGRES_USER=${user(r)}\n      - POSTGRES_PASSWORD=${p(r)}\n`,
  (r) => `FROM debian:12\nENV ADMIN_PASSWORD=${p(r)}\nRUN apt-get update\n`,
  (r) => `resource "aws_db_instance" "main" {\n  username = "${user(r)}"\n  password = "${p(r)}"\n}\n`,
  (r) =>
    `      containers:\n      - name: api\n        env:\n        - name: DB_PASSWORD\n          value: "${p(r)}"\n`,
  (r) => `machine ${host(r)}\nlogin ${user(r)}\npassword ${p(r)}\n`,
  (r) => `${host(r)}:5432:shop:${user(r)}:${p(r)}\n`,
  (r) => `Salut, le mot de passe du compte ${user(r)} est ${p(r)} , change-le ce soir stp\n`,
  (r) => `Mot de passe : ${p(r)}\nServeur : ${host(r)}\n`,
  (r) => `hey, I reset it for you. username: ${user(r)} password: ${p(r)}\n`,
  (r) => `2026-03-11 10:22:41 DEBUG auth login attempt user=${user(r)} password=${p(r)} ip=10.2.3.4\n`,
  (r) => `sshpass -p '${p(r)}' ssh ${user(r)}@${host(r)} uptime\n`,
  (r) => `net use Z: \\\\${host(r)}\\share /user:${user(r)} password=${p(r)}\n`,
  (r) => `server.login('${user(r)}@corp.fr', '${p(r)}')\n`,
  (r) => `<server>\n  <id>nexus</id>\n  <username>${user(r)}</username>\n  <password>${p(r)}</password>\n</server>\n`,
  (r) => `ansible_user: ${user(r)}\nansible_ssh_pass: ${p(r)}\nansible_become_password: ${p(r)}\n`,
  (r) => `[ftp]\r\nserver=${host(r)}\r\nuser=${user(r)}\r\npasswd=${p(r)}\r\n`,
  (r) => `System.setProperty("javax.net.ssl.keyStorePassword", "${p(r)}");\n`,
  (r) => `keytool -genkey -alias app -storepass ${p(r)} -keypass ${p(r)} -keystore a.jks\n`,
  (r) => `    it('logs in', () => cy.login({ email: 'x', password: '${p(r)}' }));\n`,
  (r) => `UPDATE users SET password = '${p(r)}' WHERE login = '${user(r)}';\n`,
  (r) => `Set-Variable -Name pwd -Value x\n$password = ConvertTo-SecureString "${p(r)}" -AsPlainText -Force\n`,
  (r) => `redis-cli -h ${host(r)} -a ${p(r)} ping\nrequirepass ${p(r)}\n`,
  (r) => `database:\n  adapter: mysql2\n  username: ${user(r)}\n  password: '${p(r)}'\n`,
  (r) => `  val dbPassword: String = "${p(r)}"\n  val dbUser = "${user(r)}"\n`,
  (r) => `if (request.getParameter("pwd").equals("x")) {}\nif (pwd == "${p(r)}") { grant(); }\n`,
];

const secrets: readonly Template[] = [
  (r) => `JWT_SECRET=${s(r)}\nPORT=8080\n`,
  (r) => `{"client_id": "shop-web", "client_secret": "${s(r)}"}\n`,
  (r) => `api_key: ${s(r)}\nregion: eu\n`,
  (r) => `const API_KEY = '${s(r)}';\n`,
  (r) => `headers = {"X-Api-Key": "${s(r)}", "Accept": "application/json"}\n`,
  (r) => `GET /v2/orders?access_token=${s(r)}&limit=50 HTTP/1.1\n`,
  (r) => `SECRET_KEY = '${s(r)}'\nDEBUG = False\n`,
  (r) => `encryption_key = "${s(r)}"\n`,
  (r) => `curl -H "Authorization: Bearer ${s(r)}" https://api.corp/v1\n`,
  (r) => `variable "token" {\n  default = "${s(r)}"\n}\n`,
  (r) => `<add key="StorageSecret" value="${s(r)}" />\n`,
  (r) => `define('AUTH_SALT', '${s(r)}');\n`,
  (r) => `  private static final String SECRET_TOKEN = "${s(r)}";\n`,
  (r) => `//registry.corp/:_authToken=${s(r)}\n`,
  (r) => `deploy --token ${s(r)} --env prod\n`,
  (r) => `secrets:\n  session_secret: "${s(r)}"\n`,
  (r) => `app.config['SECRET_KEY'] = "${s(r)}"\n`,
  (r) => `aws_secret_access_key = «${r.base64(40)}»\n`,
  (r) =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ndata:\n  api-token: «${Buffer.from(secret(r)).toString('base64')}»\n  username: ${Buffer.from('shop').toString('base64')}\n`,
  (r) => `{"auths":{"registry.corp":{"auth":"«${Buffer.from(`ci:${password(r)}`).toString('base64')}»"}}}\n`,
  (r) => `Authorization: Basic «${Buffer.from(`svc:${password(r)}`).toString('base64')}»\n`,
];

const tokens: readonly Template[] = [
  (r) => `const client = new Client({ apiKey: '${t(r)}' });\n`,
  (r) => `TOKEN=${t(r)}\n`,
  (r) => `  run: ./publish.sh ${t(r)}\n`,
  (r) => `j'ai collé la clé ici : ${t(r)} , tu peux tester ?\n`,
  (r) => `[2026-01-04T10:00:00Z] WARN request failed key=${t(r)} status=401\n`,
  (r) => `{"token":"${t(r)}"}\n`,
  (r) => `export OPENAI_API_KEY="${t(r)}" # perso\n`,
  (r) => `"env": {"X": "1", "KEY": "${t(r)}"}\n`,
];

const strings: readonly Template[] = [
  (r) => `DATABASE_URL=postgres://${user(r)}:«${password(r).replace(/[@#%^?/!*]/g, 'x')}»@${host(r)}:5432/shop\n`,
  (r) => `mongo: mongodb+srv://${user(r)}:«${r.base62(14)}»@cluster0.x1y2z.mongodb.net/app?retryWrites=true\n`,
  (r) => `CELERY_BROKER_URL = "amqp://${user(r)}:«${r.base62(12)}»@${host(r)}:5672//"\n`,
  (r) => `redis://:«${r.base62(20)}»@${host(r)}:6379/0\n`,
  (r) => `"Default": "«Server=${host(r)};Database=shop;User Id=${user(r)};Password=${r.base62(12)};Encrypt=true»"\n`,
  (r) => `jdbc.url=«jdbc:sqlserver://${host(r)}:1433;databaseName=shop;user=${user(r)};password=${r.base62(12)}»\n`,
  (r) => `git clone https://${user(r)}:«${r.base62(20)}»@git.corp/shop/api.git\n`,
  (r) => `HTTP_PROXY=http://${user(r)}:«${r.base62(10)}»@proxy.corp:3128\n`,
  (r) => `dsn: "host=${host(r)} port=5432 user=${user(r)} password=«${r.base62(12)}» dbname=shop sslmode=require"\n`,
  (r) => `create_engine("mysql+pymysql://${user(r)}:«${r.base62(12)}»@${host(r)}/shop")\n`,
  (r) =>
    `https://hooks.slack.com/services/T${r.text('ABCDEFGHJKLMNPQRSTUV0123456789', 10)}/B${r.text('ABCDEFGHJKLMNPQRSTUV0123456789', 10)}/«${r.base62(24)}»\n`,
  (r) =>
    `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=«${r.base64(86)}==»;EndpointSuffix=core.windows.net\n`,
];

const hashes: readonly Template[] = [
  (r) => `root:«${hash(r)}»:19500:0:99999:7:::\n`,
  (r) => `INSERT INTO users (id, login, pass_hash) VALUES (7, '${user(r)}', '«${hash(r)}»');\n`,
  (r) => `${user(r)}:«${hash(r)}»\n`,
  (r) => `"passwordHash": "«${hash(r)}»",\n`,
];

const keys: readonly Template[] = [
  (r) => `«${privateKey(r, '\n')}»\n`,
  (r) => `{"type": "service_account", "private_key": "«${privateKey(r, '\\n')}»\\n"}\n`,
  (r) => `SSH_KEY="«${privateKey(r, '\\n')}»"\n`,
  (r) =>
    `Authorization: Bearer «${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: r.uuid(), exp: 1_790_000_000 })).toString('base64url')}.${r.url64(43)}»\n`,
];

const parts: readonly (readonly [string, readonly Template[], number])[] = [
  ['password', passwords, 6],
  ['secret', secrets, 6],
  ['token', tokens, 18],
  ['connection', strings, 6],
  ['hash', hashes, 8],
  ['key', keys, 8],
];

/** Some 700 secrets in configuration, code, logs, commands and chat. */
export function secretSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  return parts.flatMap(([kind, templates, times]) =>
    templates.flatMap((template, index) =>
      Array.from({ length: times }, (_, time) => toSample(`${kind}-${index}-${time}`, kind, template(random))),
    ),
  );
}
