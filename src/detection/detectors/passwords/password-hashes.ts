import { fake } from '../../examples/fake.ts';
import { formats } from '../provider-tokens/vendor.ts';

const crypt = (seed: number, length: number) => fake.base62(seed, length);

/** Password hashes: what is stored in place of a password, and can be guessed at by who has it. */
export const passwordHashes = formats({
  kind: 'password_hash',
  source: { url: 'https://passlib.readthedocs.io/en/stable/modular_crypt_format.html' },
  tokens: [
    {
      id: 'hash-bcrypt',
      keywords: ['$0a$', '$0b$', '$0y$', '$0x$'],
      pattern: String.raw`\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}(?![./A-Za-z0-9])`,
      example: () => `$2b$12$${crypt(1, 53)}`,
    },
    {
      id: 'hash-argon2',
      keywords: ['$argon0'],
      pattern: String.raw`\$argon2(?:id|i|d)\$(?:v=\d+\$)?m=\d+,t=\d+,p=\d+(?:,[a-z]+=[^$\s]{1,80})?\$[A-Za-z0-9+/_-]{8,90}\$[A-Za-z0-9+/_-]{16,180}`,
      example: () => `$argon2id$v=19$m=65536,t=3,p=4$${crypt(2, 22)}$${crypt(3, 43)}`,
    },
    {
      id: 'hash-crypt',
      keywords: ['$0$', '$apr0$'],
      pattern: String.raw`\$(?:(?:1|apr1)\$[^$\s:'"]{1,8}\$[./A-Za-z0-9]{22}|5\$(?:rounds=\d{1,9}\$)?[^$\s:'"]{1,16}\$[./A-Za-z0-9]{43}|6\$(?:rounds=\d{1,9}\$)?[^$\s:'"]{1,16}\$[./A-Za-z0-9]{86}|7\$[./A-Za-z0-9]{11,97}\$[./A-Za-z0-9]{43}|[89]\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43})(?![./A-Za-z0-9])`,
      example: () => `root:«$6$${crypt(4, 16)}$${crypt(5, 86)}»:19700:0:99999:7:::`,
    },
    {
      id: 'hash-yescrypt',
      keywords: ['$y$', '$gy$'],
      pattern: String.raw`\$g?y\$[./A-Za-z0-9]{1,20}\$[./A-Za-z0-9]{0,86}\$[./A-Za-z0-9]{43}(?![./A-Za-z0-9])`,
      example: () => `$y$j9T$${crypt(6, 22)}$${crypt(7, 43)}`,
    },
    {
      id: 'hash-scrypt',
      keywords: ['$scrypt$', 'scrypt:', 'scrypt$'],
      pattern: String.raw`(?:\$scrypt\$ln=\d+,r=\d+,p=\d+\$[./+A-Za-z0-9]{8,90}\$[./+A-Za-z0-9=]{20,120}|scrypt:\d+:\d+:\d+\$[^$\s'"]{4,40}\$[0-9a-f]{64,128}|scrypt\$[^$\s'"]{4,40}\$\d+\$\d+\$\d+\$[A-Za-z0-9+/=]{40,100})`,
      example: () => `scrypt:32768:8:1$${crypt(8, 16)}$${fake.hex(9, 128)}`,
    },
    {
      id: 'hash-pbkdf2',
      keywords: ['$pbkdf0', 'pbkdf0_sha', 'pbkdf0:sha', 'pbkdf0-hmac'],
      pattern: String.raw`(?:\$pbkdf2(?:-sha\d+)?\$\d+\$[./A-Za-z0-9]{8,90}\$[./A-Za-z0-9]{20,100}|pbkdf2_sha\d+\$\d+\$[^$\s'"]{4,40}\$[A-Za-z0-9+/]{20,100}={0,2}|pbkdf2:sha\d+(?::\d+)?\$[^$\s'"]{4,40}\$[0-9a-f]{40,128})`,
      example: () => `pbkdf2_sha256$600000$${crypt(10, 22)}$${crypt(11, 43)}=`,
    },
    {
      id: 'hash-django-other',
      keywords: ['bcrypt_sha000$', 'sha0$', 'md0$', 'bcrypt$$'],
      pattern: String.raw`(?:bcrypt(?:_sha256)?\$\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|sha1\$[^$\s'"]{4,24}\$[0-9a-f]{40}|md5\$[^$\s'"]{4,24}\$[0-9a-f]{32})`,
      example: () => `sha1$${crypt(12, 12)}$${fake.hex(13, 40)}`,
    },
    {
      id: 'hash-ldap',
      keywords: ['{ssha', '{sha', '{smd0}', '{md0}', '{crypt}', '{pbkdf0', '{bcrypt}', '{argon0}', '{scrypt}', '{x-'],
      pattern: String.raw`\{(?:S?SHA-?(?:224|256|384|512)?|S?MD5|CRYPT|PBKDF2[\w-]{0,12}|bcrypt|argon2|scrypt|pbkdf2|x-[\w, -]{2,20})\}[$./A-Za-z0-9+=]{20,220}`,
      example: () => `userPassword: «{SSHA}${fake.base64(14, 38)}==»`,
    },
    {
      id: 'hash-phpass',
      keywords: ['$p$', '$h$', '$s$'],
      pattern: String.raw`\$(?:[PH]\$[./A-Za-z0-9]{31}|S\$[./A-Za-z0-9]{52})(?![./A-Za-z0-9])`,
      example: () => `$P$B${crypt(15, 30)}`,
    },
    {
      id: 'hash-mysql',
      keywords: ["'*", '"*', ':*'],
      pattern: String.raw`['":](\*[0-9A-F]{40})(?![0-9A-Fa-f])`,
      example: () => `IDENTIFIED BY PASSWORD '«*${fake.upperHex(16, 40)}»'`,
    },
    {
      id: 'hash-postgresql',
      keywords: ['scram-sha-000$', "'md0"],
      pattern: String.raw`(?:SCRAM-SHA-256\$\d+:[A-Za-z0-9+/=]{12,60}\$[A-Za-z0-9+/=]{40,50}:[A-Za-z0-9+/=]{40,50}|'(md5[0-9a-f]{32})')`,
      example: () => `ALTER ROLE app PASSWORD '«md5${fake.hex(17, 32)}»';`,
    },
    {
      id: 'hash-ntlm',
      keywords: [':::'],
      pattern: String.raw`([0-9a-fA-F]{32}:[0-9a-fA-F]{32}):::`,
      before: [65, 65],
      example: () => `Administrator:500:«${fake.hex(18, 32)}:${fake.hex(19, 32)}»:::`,
    },
    {
      id: 'hash-kerberos',
      keywords: ['$krb0tgs$', '$krb0asrep$', '$dcc0$', '$ml$', '$netntlm'],
      pattern: String.raw`\$(?:krb5(?:tgs|asrep)\$\d+\$[^\s$]{1,200}\$[^\s'"]{32,3000}|DCC2\$\d+#[^#\s]{1,60}#[0-9a-f]{32}|ml\$\d+\$[0-9a-f]{64}\$[0-9a-f]{64,256})`,
      example: () => `$DCC2$10240#admin#${fake.hex(20, 32)}`,
    },
    {
      id: 'hash-named',
      keywords: [
        'password_hash',
        'passwordhash',
        'passwd_hash',
        'pwd_hash',
        'pass_hash',
        'hashed_password',
        'hashedpassword',
        'password_digest',
        'passworddigest',
        'password_md0',
        'password_sha',
        'pwdhash',
        'passhash',
        'ntlm_hash',
        'nt_hash',
      ],
      pattern: String.raw`[\w-]{4,40}["']?\s{0,6}(?:=>?|:|,)\s{0,6}["']?([0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}|AQAAAA[A-Za-z0-9+/]{60,110}={0,2})(?![0-9A-Za-z+/=])`,
      isInName: true,
      example: () => `"passwordHash": "«${fake.hex(21, 64)}»"`,
    },
  ],
});
