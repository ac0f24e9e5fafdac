import { foldText } from '../engine/fold.ts';

/**
 * What a key's name says of its value. `password`: may be anything a person types. `secret`: a token or key by name.
 * `key`: a name that mostly means something else (`key`, `salt`, `auth`), so that the value has to speak for itself.
 */
export type NameMeaning = 'password' | 'secret' | 'key' | 'none';

// Names come back all the time; what they mean is remembered, bounded. A name is no secret.
const remembered = new Map<string, NameMeaning>();
const maxRemembered = 4_096;

/** What a name such as `DB_PASSWORD`, `clientSecret` or `mot de passe` promises, by its last words. */
export function meaningOf(name: string): NameMeaning {
  const known = remembered.get(name);
  if (known) return known;
  const meaning = read(wordsOf(name));
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(name, meaning);
  return meaning;
}

/** The words of an identifier, folded: `dbPassword2` → db, password. */
export function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^\p{L}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
    .map((word) => foldText(word).replace(/0+$/, ''))
    .filter((word) => word !== '');
}

// Words at the end of a name that do not change what it holds.
const neutral = new Set(
  (
    'value val string str text plain plaintext cleartext clear raw encoded decoded b base hex default prod production dev ' +
    'development staging stage test testing live sandbox preprod recette integ integration primary secondary main backup ' +
    'old new current previous local admin root user rw ro readonly master slave a c x bytes byte literal const ' +
    'enc encrypted internal external global env arg param conf cfg property prop setting data'
  ).split(' '),
);
const passwords = new Set(
  (
    'password passwords passwd passwds pass passphrase passcode pwd pwds pw passwort kennwort contrasena contrasenia senha ' +
    'wachtwoord motdepasse mdp psw psswd pword passwrd haslo heslo losenord parola lozinka salasana requirepass masterauth psk wpapsk'
  ).split(' '),
);
const passwordEnd =
  /(?:password|passwd|passphrase|passwort|kennwort|pwd|userpass|dbpass|rootpass|sshpass|storepass|keypass|motdepasse|(?:root|user|db|admin|bind|ftp|smtp|mail|login)pw)$/;
const secrets = new Set('secret secrets token tokens credential credentials cred creds apikey jeton jetons'.split(' '));
const secretEnd =
  /(?:secret|token|apikey|accesskey|secretkey|privatekey|authkey|sharedkey|signingkey|encryptionkey|accountkey)$/;
const keyOwners = new Set(
  (
    'api access secret private auth authentication authorization encryption encrypt enc crypto crypt cipher signing sign ' +
    'signature session shared account master service license licence application app client consumer subscription admin ' +
    'storage deploy deployment server hmac jwt jwe jws aes des webhook write writer device ssh registration activation ' +
    'product sdk push fcm maps integration ingest ingestion instrumentation license management preshared psk wpa wifi ' +
    'network security data decryption symmetric function host tunnel agent join cluster seal unseal recovery personal ' +
    'publisher merchant partner vendor provider bot user project organization org team production sandbox test live cle'
  ).split(' '),
);
// Words that make a name say something else: whose it is (public), or a look of it (render pass, low pass).
const denied = new Set(
  (
    'public pub publishable fingerprint idempotency foreign translation i18n locale keyboard shortcut hotkey csrf xsrf ' +
    'render shader shadow lowpass highpass bandpass compute first single multi subpass hash hashed digest checksum ' +
    'websocket socket recv csrftoken xsrftoken csrfmiddlewaretoken next cancellation continuation page pagination lexer parser syntax design color'
  ).split(' '),
);
const weak = new Set(
  'key keys cle salt nonce seed auth authorization bearer hmac signature sig pin otp passe'.split(' '),
);

function read(words: readonly string[]): NameMeaning {
  if (words.some((word) => denied.has(word))) return 'none';
  let last = words.length - 1;
  while (last > 0 && neutral.has(words[last] ?? '')) last -= 1;
  const word = words[last] ?? '';
  const before = words[last - 1] ?? '';
  if (word === 'by') return before === 'identified' ? 'password' : 'none';
  if (word === 'passe') return before === 'de' || before === 'mot' ? 'password' : 'none';
  if (word === 'pass' && notBehindPass.test(words[last + 1] ?? '')) return 'none';
  if (passwords.has(word) || passwordEnd.test(word)) return 'password';
  if (secrets.has(word) || secretEnd.test(word)) return 'secret';
  if (word === 'secrete' && before === 'cle') return 'secret';
  if (isKey(word)) return keyOwners.has(before) || words.some((each) => secrets.has(each)) ? 'secret' : 'key';
  if (word === 'api' && (before === 'cle' || words.includes('cle') || words.includes('clef'))) return 'secret';
  if (word === 'acces' && words.includes('cle')) return 'secret';
  return weak.has(word) ? 'key' : 'none';
}

// `--pass-arg`, `passData`: there `pass` is a verb.
const notBehindPass =
  /^(?:arg|param|data|value|val|string|str|text|bytes?|literal|const|[acx]|hex|conf|config|cfg|raw|prop|property|setting)$/;

function isKey(word: string): boolean {
  return word === 'key' || word === 'keys' || word === 'cle';
}
