import { foldText } from '../../engine/fold.ts';
import { isPlaceholder } from '../../reading/placeholder.ts';
import type { Assignment } from './assignment.ts';
import { isLongToken } from '../../reading/value-shape.ts';
import { wordiness } from '../../reading/wordiness.ts';
import { isEncodedPlaceholder } from './plausible-password.ts';
import { isAmongPairs, isCode, isConfigurationLine, isMinified } from './surroundings.ts';

/** Whether the value under a password's name is a password, and not a word about one. */
export function isPassword(assignment: Assignment): boolean {
  const { value, named } = assignment;
  const { text } = value;
  if (text.length > 160) return isLongToken(text) && !isSealed(assignment);
  // Code first: it is what most candidates are, and the cheapest to tell.
  if (text.length < 4 || (!value.isQuoted && isCode(text) && !isStrong(text))) return false;
  if (isPlaceholder(text) || /[\u0250-\uffff]/.test(text)) return false;
  if (isWordAboutPasswords(text, named) || isAddress(text) || isCipherName.test(text) || isEncodedPlaceholder(text))
    return false;
  if (/\s/.test(text)) return isPassphrase(assignment) || /^[a-z]{4}(?: [a-z]{4}){3}$/.test(text);
  return value.isQuoted ? isQuotedPassword(assignment) : isBarePassword(assignment);
}

// What Sealed Secrets, SOPS and Ansible's vault have encrypted may be read by anybody.
function isSealed({ text, name }: Assignment): boolean {
  return /encryptedData|SealedSecret|\bsecure:|!vault|ENC\[|cipher/.test(
    text.slice(Math.max(0, name.start - 1_000), name.start),
  );
}

// Types, states, labels and the words that forms, schemas and tests give to passwords in place of one.
const words = new Set(
  (
    'string text str varchar char bytes byte object number integer int boolean bool any required optional mandatory none null nil ' +
    'undefined true false yes no on off hidden default invalid incorrect wrong correct missing empty disabled enabled ' +
    'unknown input field basic plain plaintext bearer oauth token login logon prompt keychain keyring env environment ask auto ' +
    'automatic manual test tests testing foo bar baz qux demo user username admin administrator root guest secret value ' +
    'values label title name email mail phone type format hash hashed encrypted encoded expired valid strong weak medium ' +
    'reset forgot forgotten change changed confirm confirmation current new old old_value repeat again show hide toggle ' +
    'password passwd pass pwd passwort kennwort contrasena senha wachtwoord parola postgres mysql redis oracle mariadb ' +
    'success failed failure failing error errors ok through thru pending skip skipped passed fail bcrypt scrypt argon2 pbkdf2 ' +
    'static dynamic runtime external internal inherit system local remote global this self data body query params ' +
    'options config settings props state request response result results optional[str] uuid random generate generated ' +
    'losenord salasana jelszo sifre adgangskode lozinka slaptazodis parool haslo heslo passord parol geslo required verification ' +
    'authentication authorization identification connexion connection security securite plaintext cleartext unencrypted ' +
    'abcd abc123 asdf qwerty qwertz azerty asdfgh letters lower upper digits not and the for with from only must should'
  ).split(' '),
);
const about =
  /pass(?:[-_ ]?(?:word|phrase|wd|code))?s?|pwd|mot[-_ ]?de[-_ ]?passe|secret|token|credential|username|login|api[-_ ]?key/g;

function isWordAboutPasswords(text: string, named: string): boolean {
  const folded = foldText(text);
  if (words.has(folded) || folded === foldText(named)) return true;
  if (!/[0-9!@$%^&*+]/.test(text) && about.test(folded)) {
    about.lastIndex = 0;
    return true;
  }
  about.lastIndex = 0;
  // password1, newPasswd, my_password: the name of a field, a little changed.
  const rest = folded.replace(about, '');
  return rest !== folded && /^(?:my|new|old|the|confirm|repeat|current|verify)?[-_.]?0?$/.test(rest);
}

// A path, an address, a selector, a type: what a password's name may hold without being one.
const address =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|https?:|file:|\/\/)|^[\w.-]+\/[\w./-]+\.\w{1,5}$|^[#.][\w-]+$|^\w+\[[^\]]*\]|^<|\(\)$/;

function isAddress(text: string): boolean {
  return address.test(text);
}

const isCipherName =
  /^0x[0-9a-f]{1,8}$|^--?[a-z][a-z-]+(?:=\w*)?$|^-?anonymous@?$|^[a-z]+@[a-z]+$|^\w+=$|^scram-|^(?:sha|md|aes|des|rsa|base|utf|oauth|http|ipv|scram|pkcs|x5|v|level|step|pbkdf)[-_]?\d{1,4}(?:[-_]\w+)?$/i;

function isPassphrase({ named, value }: Assignment): boolean {
  const { text, isQuoted } = value;
  if (!isQuoted || text.length > 80) return false;
  if (/phrase|mnemonic/i.test(named)) return text.split(' ').length >= 3;
  return text.split(' ').length <= 4 && /[0-9]/.test(text) && /[!@#$%^&*]/.test(text) && /[A-Z]/.test(text);
}

const letters = /^[\p{L}_ .'-]+$/u;

function isQuotedPassword({ name, named, value, form, text: whole }: Assignment): boolean {
  const { text } = value;
  // The first key of an object that describes a password: "password": {"documentation": …
  if (/^ ?:/.test(whole.slice(value.after, value.after + 2)) && whole.charAt(value.start - 1) === '"') return false;
  if (/[{}]/.test(text) && /^[^{]*\{\w*\}[^}]*$/.test(text)) return false;
  if (form === 'next') return !isAmbiguous(named) && isStrong(text);
  if ((form === 'statement' || form === 'flag') && isAmbiguous(named)) return false;
  // Two regular expressions side by side: 'pwd$', 're$read'.
  if (form === 'argument' && (named.endsWith('$') || whole.charAt(name.start - 1) === '^')) return false;
  if (form === 'argument' && !/[0-9!@%^&+]/.test(text)) return isScrambled(text);
  if (/\btypeof\s+[\w.$?]{0,60}$/.test(whole.slice(Math.max(0, name.start - 80), name.start))) return false;
  if (!letters.test(text)) return form === 'colon' || form === 'equals' || text.length >= 5;
  if (form === 'argument' || form === 'call' || form === 'cell' || isAmbiguous(named)) return isUnlikeAWord(text);
  if (/[^A-Za-z]/.test(text)) return isUnlikeAWord(text);
  return (text.length >= 6 && (/^[a-z]+$/.test(text) || isUnlikeAWord(text))) || /^[A-Z][a-z]{7,}$/.test(text);
}

// A name that is a word of its own beside passwords: tests pass, cards pass, a render has passes.
function isAmbiguous(named: string): boolean {
  return /^(?:pass|pw|passes|mnemonic)$/i.test(named);
}

// Letters that no word puts side by side, whatever their case.
function isScrambled(text: string): boolean {
  return text.length >= 6 && /^[A-Za-z]+$/.test(text) && wordiness(text) < 0.6;
}

function isUnlikeAWord(text: string): boolean {
  if (isScrambled(text)) return true;
  const isCapitalised = /^[A-Z]?[a-z]+$/.test(text) || /^[A-Z]+$/.test(text);
  const isNames = /^[A-Za-z]+(?:[-_.' ][A-Za-z]+)+$/.test(text) || isCamelCase(text);
  return text.length >= 8 && !isCapitalised && !isNames && !/[^\x20-\x7e]/.test(text);
}

// Words run together; scraps of one and two letters are no words.
function isCamelCase(text: string): boolean {
  if (!/^[a-z]+(?:[A-Z][a-z]+)+$/.test(text)) return false;
  return text.length / text.split(/(?=[A-Z])/).length >= 3;
}

function isBarePassword(assignment: Assignment): boolean {
  const { value, form, name, named, text } = assignment;
  const written = value.text;
  if (form === 'statement' || form === 'argument' || form === 'call') return false;
  if (/^[\w.$:>-]+[([]/.test(written) || isMinified(written) || (isCode(written) && !isStrong(written))) return false;
  if (isAmbiguous(named) && !isStrong(written) && !isConfigurationLine(assignment) && !isSomebodys(assignment))
    return false;
  if (/^\d+$/.test(written)) return written.length >= 4 && !isAmbiguous(named) && isConfigurationLine(assignment);
  if (written.length < 400 && text.slice(name.start, value.start).includes('\n') && !isTelling(written)) return false;
  if (form === 'next' && isHandedOver(assignment)) return true;
  // In the middle of a sentence, only what nobody takes for a word.
  if (form === 'next')
    return isStrong(written) && /[^A-Za-z0-9]/.test(written) && !isCode(written) && isSpokenPassword(assignment);
  if (form === 'words' || form === 'flag' || form === 'cell') return isSpokenPassword(assignment);
  const isName = /^[A-Za-z_][A-Za-z0-9_]*$/.test(written);
  if (!isName && letters.test(written.replace(/[[\]]/g, '')))
    return (
      form === 'equals' &&
      /[.A-Z]/.test(named) &&
      isConfigurationLine(assignment) &&
      /^[a-z]{3,}-[a-z-]{3,}$/.test(written)
    );
  if (!isName) return /[A-Za-z0-9]{2}/.test(written);
  if (isStrong(written) && !isFollowedByCode(text, value)) return true;
  if (isEnvironment(assignment)) return true;
  if (/[0-9]/.test(written) && (isAmongPairs(assignment) || isTold(assignment))) return true;
  return isConfigurationLine(assignment) && (/[0-9]/.test(written) || isPlainWordInConfiguration(assignment));
}

// Three of the four kinds of characters and at least one change between letters and digits: no programmer names so.
function isStrong(text: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9_.]/].filter((kind) => kind.test(text)).length;
  return text.length >= 8 && kinds >= 3 && /[0-9]/.test(text) && !/^[\w.$:>@!?-]+\([^)]*\)?$/.test(text);
}

// `pwd = Secret2();` or `pwd = token2;`: a programmer puts spaces round the sign, a file of settings often does not.
function isFollowedByCode(text: string, value: Assignment['value']): boolean {
  const next = text.charAt(value.end);
  return /[.([]/.test(next) || (next === ';' && text.charAt(value.start - 1) === ' ');
}

// PGPASSWORD=tangerine5 psql, -e DB_PASS=kiwi42, --password=tangerine: a variable or an option of one command.
function isEnvironment(assignment: Assignment): boolean {
  const { text, named, name, value, form } = assignment;
  if (form !== 'equals' || !isTight(assignment)) return false;
  if (text.slice(name.start - 2, name.start) === '--') return value.text.length >= 6;
  if (!/^[A-Z][A-Z0-9_]+$/.test(named)) return false;
  // Variables that one command alone reads: who sets them there means a password, even a word.
  if (/^(?:PGPASSWORD|MYSQL_PWD|SSHPASS|REDISCLI_AUTH|RSYNC_PASSWORD|RESTIC_PASSWORD)$/.test(named))
    return value.text.length >= 6;
  return /[0-9]/.test(value.text) && /^(?:\s|$|["'])/.test(text.charAt(value.end));
}

// `mdp : kiwi42`: words of a language that programs are not written in, so that what follows is told to a person.
function isTold({ form, named }: Assignment): boolean {
  return form === 'colon' && /^(?:mdp|mots? de passe|passwort|kennwort|wachtwoord|contraseña|senha)$/i.test(named);
}

// name=value without a space: code is mostly written with spaces, settings and options of commands are not.
function isTight({ text, value }: Assignment): boolean {
  return text.charAt(value.start - 1) === '=';
}

function isPlainWordInConfiguration(assignment: Assignment): boolean {
  const { named, value, form } = assignment;
  if (isAmbiguous(named) || value.text.length < 6 || !/^[a-z]+$/i.test(value.text)) return false;
  if (form === 'equals') return isTight(assignment) || named === named.toLowerCase();
  return form === 'colon' && (value.text === value.text.toLowerCase() || wordiness(value.text) < 0.75);
}

// `avec le mdp kiwi42tango`: what one is told to use, letters and digits together.
function isHandedOver({ text, name, named, value }: Assignment): boolean {
  if (isAmbiguous(named) || !isTelling(value.text) || isCode(value.text) || /^[A-Za-z]+\d$/.test(value.text))
    return false;
  const before = text.slice(Math.max(0, name.start - 24), name.start);
  if (/^(?:mdp|mot de passe)$/i.test(named) && /[,;(]\s$/.test(before)) return true;
  return /(?:^|\s)(?:avec|with|using|utilise[rz]?|use|tape[rz]?|entre[rz]?|enter|est)\s(?:(?:le|the|ce|this|mon|my|ton|ta|your)\s)?$/i.test(
    before,
  );
}

// `Mon pass wifi : …`: a possession is no verb, and a network has no other pass.
function isSomebodys({ text, name, value, form }: Assignment): boolean {
  if (form !== 'words' && form !== 'colon') return false;
  const around = text.slice(Math.max(0, name.start - 10), name.start);
  return (
    /(?:^|\s)(?:mon|my|ton|your|votre|notre|our)\s$/i.test(around) || /wi-?fi/i.test(text.slice(name.end, value.start))
  );
}

function isTelling(text: string): boolean {
  return (
    text.length >= 6 && /[A-Za-z]/.test(text) && /[0-9]/.test(text) && !/^[\w-]+[=:(]|^v?\d+(?:\.\d+)*$/.test(text)
  );
}

// `password is hunter2`, `password hunter2`, `--password hunter2`: a word alone would be prose.
function isSpokenPassword({ value, form }: Assignment): boolean {
  const { text } = value;
  if (letters.test(text) && form !== 'flag') return false;
  if (!/[0-9]/.test(text) && !/[!@#$%^&*+=]/.test(text)) return false;
  return (
    /[A-Za-z]/.test(text) && !/^[("'[{<*&-]/.test(text) && !/^[\w-]+[=:]/.test(text) && !/^v?\d+(?:\.\d+)*$/.test(text)
  );
}
