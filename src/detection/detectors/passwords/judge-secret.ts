import { foldText } from '../../engine/fold.ts';
import { isPlaceholder } from '../../reading/placeholder.ts';
import { isLongToken, isNameOfSomething, isRandomLooking, isUuid } from '../../reading/value-shape.ts';
import type { Assignment } from './assignment.ts';
import { wordiness } from '../../reading/wordiness.ts';
import { isEncodedPlaceholder } from './plausible-password.ts';
import { isCode } from './surroundings.ts';

/** Whether the value under a secret's or key's name looks drawn by a machine, as far as the name does not vouch for it. */
export function isSecret(assignment: Assignment): boolean {
  const { value, meaning, named } = assignment;
  const { text } = value;
  if (text.length > 500) return meaning === 'secret' && isLongToken(text) && !isPublicByForm(text);
  if (text.length < 8 || (!value.isQuoted && !isPlausibleBare(assignment))) return false;
  if (isSpaced(value) || isPlaceholder(text) || isStepOfName(assignment) || isNamedAfterSecrets(text)) return false;
  if (foldText(text) === foldText(named) || isPublicByForm(text) || isEncodedPlaceholder(text)) return false;
  if (isUuid(text)) return isNamedOutright(named);
  if (meaning === 'key') return isRandomKey(assignment) && !isPath(text);
  if (isRandomLooking(text, 'medium')) return !isPath(text);
  return isChosenSecret(assignment);
}

// imdsv2_session_token, v1.UserSecret, list[V1SecretReference]: a variable or a type, which says so at its end.
function isNamedAfterSecrets(text: string): boolean {
  if (/^(?:list|dict|optional|array|map|set|vec|option|promise|sequence)[[<(]/i.test(text)) return true;
  return /^[A-Za-z_][\w.]*(?:[._]|(?<=[a-z0-9]))(?:[sS]ecret|[tT]oken|[kK]ey|[cC]redential)s?$/.test(text);
}

// `arn:aws:secretsmanager:…:secret:prod/db`: one step of a name that colons join.
function isStepOfName({ text, name, value, form }: Assignment): boolean {
  return form === 'colon' && text.charAt(name.start - 1) === ':' && text.charAt(value.start - 1) === ':';
}

// Frameworks print keys that may hold a space; words with spaces between are prose.
function isSpaced({ text, isQuoted }: Assignment['value']): boolean {
  if (!/\s/.test(text)) return false;
  return !(
    isQuoted &&
    /^\S+ \S+$/.test(text) &&
    /[^\w\s.-].*[^\w\s.-]/.test(text) &&
    /\d/.test(text) &&
    wordiness(text) < 0.8
  );
}

// Behind `Bearer` anything long is a token; salts and nonces may be short; a bare `key` has to be plainly random.
function isRandomKey({ text, named, value }: Assignment): boolean {
  const written = value.text;
  if (/(?:Bearer|Token|token|ApiKey|Apikey|GenieKey|SSWS) {1,2}["']?$/.test(text.slice(value.start - 12, value.start)))
    return isRandomLooking(written, 'medium');
  if (/salt|nonce|seed|auth/i.test(named) && written.length >= 16 && /^[0-9a-f]+$/i.test(written))
    return isRandomLooking(written, 'medium');
  return isRandomLooking(written, 'strict');
}

// (The long number is the signature of CACHEDIR.TAG: https://bford.info/cachedir.)
// Public keys, certificates, hashes that say so, addresses, data, resource names, versions.
const publicForm =
  /^(?:qr\/|ssh-|ecdsa-|sha\d+[-:]|md5[-:]|pk_|pk\.|https?:|wss?:|urn:|arn:|data:|file:|@[a-z][\w-]*\/|#[\w-]+$|\.{0,2}\/[a-z]+(?:\/|$)|[a-z]+\/[a-z0-9.+-]+(?:;|$)|8a477f597d28d172789f06886806bc55$|MII[A-Z]{1}.{200})|^\d+(?:\.\d+)+/;

function isPublicByForm(text: string): boolean {
  return publicForm.test(text) || /^[\w.-]+@[\w-]+\.\w+$/.test(text);
}

function isPath(text: string): boolean {
  return /\/[a-z]+\/[a-z]+/.test(text) || /\.(?:json|ya?ml|pem|key|crt|txt|js|ts|py|html?|com|org|net|io)$/i.test(text);
}

function isPlausibleBare({ value, form, text }: Assignment): boolean {
  if (form === 'argument' || form === 'call' || form === 'statement' || form === 'next') return false;
  // A token may hold a point, as a path of names does: one that looks drawn by a machine is no path.
  if (isCode(value.text) && !(value.text.length >= 24 && isRandomLooking(value.text, 'strict'))) return false;
  if (/[(){}<>|]|\/\*|^\/\^?[[(\\]/.test(value.text) || /^[([.]/.test(text.slice(value.end, value.end + 1)))
    return false;
  return !/^[a-z_$][\w$]*$/i.test(value.text) || /[0-9]/.test(value.text);
}

// A UUID names things: it is a secret only where the name says so in full.
function isNamedOutright(named: string): boolean {
  return /secret|api[-_. ]?key|access[-_. ]?key|api[-_. ]?token|auth[-_. ]?token|access[-_. ]?token|credential|private/i.test(
    named,
  );
}

// What a person chose as a secret: not random, but no name either (`tr0ub4dor-jwt-2024`, `S3cr3t!sauce`).
function isChosenSecret({ value, named, form }: Assignment): boolean {
  if (!/secret|passphrase|master|jwt|sign|encrypt|salt|api_?key|private/i.test(named)) return false;
  if (form === 'argument' || form === 'call' || form === 'words') return false;
  const { text } = value;
  if (/[^\x21-\x7e]/.test(text)) return false;
  if (isNameOfSomething(text)) return /^[A-Za-z]{10,}\d{3,}$/.test(text) || /^[A-Za-z]{10,}\d[A-Z][a-z]+$/.test(text);
  return /[0-9]/.test(text) && /[a-z]/i.test(text);
}
