import { hash, privateKey } from '../first/values.ts';
import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';
import { password, plainPassword, secret, vendorToken } from './values.ts';

// Whole passages as they lie in repositories, tickets and consoles, with what stands around.

type Template = (r: Random) => string;

const p = (r: Random) => `«${password(r)}»`;
const q = (r: Random) => `«${plainPassword(r)}»`;
const s = (r: Random) => `«${secret(r)}»`;
const v = (r: Random) => `«${vendorToken(r)}»`;
const who = (r: Random) => r.pick(['sa', 'postgres', 'backup', 'j.martin', 'app_rw', 'jenkins', 'root', 'svc-etl']);
const box = (r: Random) => r.pick(['db-3.paris.lan', 'sql01', 'mq.prod.svc', '192.168.12.7', 'ldap.groupe.fr']);

const passwords: readonly Template[] = [
  (r) => `db_name     = "shop"\ndb_username = "${who(r)}"\ndb_password = "${p(r)}"\nreplicas    = 2\n`,
  (r) =>
    `postgresql:\n  auth:\n    postgresPassword: ${q(r)}\n    username: ${who(r)}\n    database: shop\n  primary:\n    persistence:\n      size: 20Gi\n`,
  (r) => `@Value("\${spring.datasource.password:${q(r)}}")\nprivate String dbPassword;\n`,
  (r) => `spring.ldap.username=cn=${who(r)},dc=corp\nspring.ldap.password=\${LDAP_PASSWORD:${q(r)}}\n`,
  (r) => `@dataclass\nclass Settings:\n    host: str = "${box(r)}"\n    password: str = "${p(r)}"\n    pool: int = 5\n`,
  (r) => `parser.add_argument("--password", default="${p(r)}", help="database password")\n`,
  (r) => `PASSWORD = os.getenv("DB_PASSWORD", "${p(r)}")\n`,
  (r) => `const pass = process.env.DB_PASS || '${p(r)}';\n`,
  (r) =>
    `cfg := &mysql.Config{\n\tUser:   "${who(r)}",\n\tPasswd: "${p(r)}",\n\tNet:    "tcp",\n\tAddr:   "${box(r)}:3306",\n}\n`,
  (r) =>
    `  production: [\n    host: "${box(r)}",\n    username: "${who(r)}",\n    password: "${p(r)}",\n    pool_size: 10\n  ]\n`,
  (r) => `production = { :adapter => 'mysql2', :username => '${who(r)}', :password => '${p(r)}' }\n`,
  (r) =>
    `'connections' => [\n    'mysql' => [\n        'host' => '${box(r)}',\n        'username' => '${who(r)}',\n        'password' => '${p(r)}',\n    ],\n],\n`,
  (r) => `my $dbh = DBI->connect("DBI:Pg:dbname=shop;host=${box(r)}", "${who(r)}", "${p(r)}");\n`,
  (r) => `[Service]\nEnvironment="APP_USER=${who(r)}" "APP_PASSWORD=${q(r)}"\nExecStart=/usr/bin/app\n`,
  (r) => `*/5 * * * * mysqldump --user=${who(r)} --password='${p(r)}' shop | gzip > /backup/shop.sql.gz\n`,
  (r) => `PGPASSWORD=${q(r)} pg_dump -h ${box(r)} -U ${who(r)} shop\n`,
  (r) => `ldapsearch -x -H ldap://${box(r)} -D "cn=admin,dc=corp,dc=fr" -w '${p(r)}' -b "dc=corp,dc=fr"\n`,
  (r) =>
    `<add name="Main" connectionString="«Data Source=${box(r)};Initial Catalog=Shop;User ID=${who(r)};Password=${plainPassword(r)}»" providerName="System.Data.SqlClient" />\n`,
  (r) =>
    `<AutoLogon>\n  <Password>\n    <Value>${q(r)}</Value>\n    <PlainText>true</PlainText>\n  </Password>\n  <Username>Administrateur</Username>\n</AutoLogon>\n`,
  (r) =>
    `<Resource name="jdbc/shop" auth="Container" username="${who(r)}" password="${q(r)}" url="jdbc:oracle:thin:@${box(r)}:1521:SHOP"/>\n`,
  (r) => `sqlplus ${who(r)}/${q(r)}@//${box(r)}:1521/SHOP @init.sql\n`,
  (r) => `CREATE LOGIN [${who(r)}] WITH PASSWORD = N'${p(r)}', CHECK_POLICY = OFF;\n`,
  (r) => `$cred = New-Object PSCredential("${who(r)}", (ConvertTo-SecureString '${p(r)}' -AsPlainText -Force))\n`,
  (r) => `dn: uid=${who(r)},ou=people,dc=corp\nobjectClass: inetOrgPerson\nuserPassword: ${q(r)}\n`,
  (r) => `-    password: changeme\n+    password: ${q(r)}\n     port: 5432\n`,
  (r) => `"source": [\n  "conn = connect(\\n",\n  "    user='${who(r)}',\\n",\n  "    password='${q(r)}')\\n"\n]\n`,
  (r) => `{"level":"debug","msg":"dial","payload":"{\\"user\\":\\"${who(r)}\\",\\"password\\":\\"${q(r)}\\"}"}\n`,
  (r) =>
    `POST /login HTTP/1.1\nHost: intranet\nContent-Type: application/x-www-form-urlencoded\n\nusername=${who(r)}&password=${q(r)}&submit=1\n`,
  (r) => `{"key": "password", "value": "${p(r)}", "type": "text", "enabled": true}\n`,
  (r) =>
    `| Environnement | Utilisateur | Mot de passe |\n|---|---|---|\n| recette | ${who(r)} | ${q(r)} |\n| préprod | ${who(r)} | ${q(r)} |\n`,
  (r) =>
    `Bonjour,\nVoici vos accès VPN :\nIdentifiant : ${who(r)}\nMot de passe : ${p(r)}\nCordialement,\nLe support\n`,
  (r) => `[10:42] Karim: c'est quoi le mdp du serveur ?\n[10:43] Léa: ${q(r)}\n`,
  (r) => `@bob the admin password is ${q(r)}, please don't share it\n`,
  (r) => `Ticket #4821 – impossible de se connecter. J'ai essayé avec ${who(r)} / mdp : ${q(r)} sans succès.\n`,
  (r) => `nom;identifiant;mot_de_passe;actif\nServeur A;${who(r)};${q(r)};oui\nServeur B;${who(r)};${q(r)};non\n`,
  (r) => `INSERT INTO accounts (id, login, password, email_ok) VALUES (12, '${who(r)}', '${p(r)}', 1);\n`,
  (r) => `stage('deploy') {\n  environment { SONAR_PASSWORD = '${p(r)}' }\n  steps { sh 'mvn deploy' }\n}\n`,
  (r) =>
    `  config.vm.provider :vsphere do |vsphere|\n    vsphere.user = '${who(r)}'\n    vsphere.password = '${p(r)}'\n  end\n`,
  (r) => `DEFAULT_PWD ?= ${q(r)}\nup:\n\tdocker compose up -d\n`,
  (r) => `smbclient //${box(r)}/partage -U ${who(r)}%${q(r)} -c ls\n`,
  (r) => `username admin privilege 15 secret 0 ${q(r)}\nenable password ${q(r)}\nline vty 0 4\n`,
  (r) => `let credentials = Credentials(user: "${who(r)}", password: "${p(r)}")\n`,
  (r) => `    Credentials creds = new UsernamePasswordCredentials("${who(r)}", "${p(r)}");\n`,
  (r) => `client.connect("${box(r)}", username="${who(r)}", password="${p(r)}", timeout=10)\n`,
  (r) => `new nodemailer.createTransport({ host: 'smtp.corp.fr', auth: { user: '${who(r)}', pass: '${p(r)}' } })\n`,
  (r) => `set_global_option("admin_pw", "${p(r)}")\n`,
  (r) => `        WIFI_SSID "Livebox-4F2A"\n#define WIFI_PASSWORD "${p(r)}"\n`,
  (r) => `network={\n    ssid="Livebox-4F2A"\n    psk="${p(r)}"\n}\n`,
  (r) => `keystore.password=${q(r)}\nkeystore.path=/etc/app/app.p12\n`,
  (r) => `gpg --batch --passphrase ${q(r)} -d backup.tar.gpg\nopenssl enc -aes-256-cbc -k ${q(r)} -in a -out b\n`,
];

const secrets: readonly Template[] = [
  (r) => `env:\n  APP_KEY: base64:«${r.base64(43)}=»\n  APP_DEBUG: "false"\n`,
  (r) => `config :shop, ShopWeb.Endpoint, secret_key_base: "${s(r)}"\n`,
  (r) => `Rails.application.config.secret_token = '${s(r)}'\n`,
  (r) => `app.use(session({ secret: '${s(r)}', resave: false }));\n`,
  (r) => `jwt.sign(payload, "${s(r)}", { expiresIn: '1h' })\n`,
  (r) => `curl -s -H 'X-Auth-Token: ${s(r)}' https://api.corp.fr/v1/orders\n`,
  (r) => `fetch("https://api.corp.fr/v1/map?apikey=${s(r)}&z=4")\n`,
  (r) => `"oauth": { "clientId": "shop", "clientSecret": "${s(r)}", "scope": "read" }\n`,
  (r) => `<appSettings>\n  <add key="ApiKey" value="${s(r)}"/>\n</appSettings>\n`,
  (r) => `access_key = AK${r.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 18)}\nsecret_key = ${s(r)}\n`,
  (r) => `tokens:\n  - name: ci\n    token: ${s(r)}\n    scopes: [push]\n`,
  (r) => `const HMAC_SECRET: &str = "${s(r)}";\n`,
  (r) => `# clé d'API du partenaire\npartner_api_key="${s(r)}"\n`,
  (r) => `helm upgrade app ./chart --set auth.token=${s(r)} --set replicas=2\n`,
  (r) => `Clé d'API : ${s(r)}\nEndpoint : https://api.corp.fr\n`,
  (r) => `stringData:\n  webhook-secret: ${s(r)}\n`,
  (r) => `signing_key := []byte("${s(r)}")\n`,
];

const tokens: readonly Template[] = [
  (r) => `with:\n  token: ${v(r)}\n  ref: main\n`,
  (r) => `claude mcp add shop -e SHOP_TOKEN=${v(r)} -- npx shop-mcp\n`,
  (r) => `{"mcpServers":{"x":{"command":"npx","env":{"X_API_KEY":"${v(r)}"}}}}\n`,
  (r) => `git remote set-url origin https://oauth2:${v(r)}@git.corp.fr/a/b.git\n`,
  (r) => `+++ b/.env\n+SERVICE_TOKEN=${v(r)}\n`,
  (r) => `Error: 401 Unauthorized (token ${v(r)} expired)\n`,
  (r) => `voici le jeton de test, à révoquer après : ${v(r)}\n`,
  (r) => `client = Client("${v(r)}")  # noqa\n`,
  (r) => `"curl -H \\"Authorization: Bearer ${v(r)}\\" https://api.corp.fr"\n`,
];

const connections: readonly Template[] = [
  (r) => `SQLALCHEMY_DATABASE_URI = 'postgresql+psycopg2://${who(r).replace('.', '')}:${q(r)}@${box(r)}:5432/shop'\n`,
  (r) => `amqps://${r.base62(8)}:«${r.url64(31)}k»@rat.rmq2.cloudamqp.com/${r.base62(8)}\n`,
  (r) => `wget --no-check-certificate https://ci:${q(r)}@nexus.corp.fr/repo/app.war\n`,
  (r) => `sftp://depot:${q(r)}@ftp.partenaire.fr:22/entrant\n`,
  (r) =>
    `"AzureWebJobsStorage": "DefaultEndpointsProtocol=https;AccountName=shopsa;AccountKey=«${r.base64(86)}==»;EndpointSuffix=core.windows.net"\n`,
  (r) => `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=«${r.base64(43)}=»\n`,
  (r) => `sentinel auth-pass mymaster ${q(r)}\n`,
  (r) => `ldap://cn=admin:${q(r)}@${box(r)}:389\n`,
  (r) => `smtp://notif%40corp.fr:${q(r)}@smtp.corp.fr:587\n`,
];

const others: readonly Template[] = [
  (r) => `"password_digest": "«${hash(r)}»", "role": "admin"\n`,
  (r) => `COPY users (id, email_ok, encrypted_password) FROM stdin;\n1\tt\t«${hash(r)}»\n\\.\n`,
  (r) => `echo "«${privateKey(r, '\n')}»" > ~/.ssh/id\n`,
  (r) => `key: |\n  «${privateKey(r, '\n  ')}»\n`,
  (r) => `https://discord.com/api/webhooks/${r.digits(18).replace(/^0/, '1')}/«${r.url64(67)}k»\n`,
  (r) =>
    `https://corp.webhook.office.com/webhookb2/«${r.uuid()}@${r.uuid()}/IncomingWebhook/${r.hex(32)}/${r.uuid()}»\n`,
];

const parts: readonly (readonly [string, readonly Template[], number])[] = [
  ['password', passwords, 6],
  ['secret', secrets, 7],
  ['token', tokens, 16],
  ['connection', connections, 8],
  ['other', others, 6],
];

/** Some 700 secrets in passages of a third hand. */
export function thirdSecretSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  return parts.flatMap(([kind, templates, times]) =>
    templates.flatMap((template, index) =>
      Array.from({ length: times }, (_, time) => toSample(`third-${kind}-${index}-${time}`, kind, template(random))),
    ),
  );
}
