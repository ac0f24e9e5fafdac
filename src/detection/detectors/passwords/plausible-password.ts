import { foldText } from '../../engine/fold.ts';
import { isPlaceholder } from '../../reading/placeholder.ts';

// What manuals and development set-ups write where a password belongs.
const defaults = new Set(
  'password passwd pass pwd secret test tests testing user username admin administrator root guest postgres mysql mariadb redis mongo oracle rabbit rabbitmq changeme default example demo dev local localhost docker minio sa null none string token key host foo bar baz mypassword my_password mypass mysecret mysecretpassword dbpassword db_password dbpass userpassword somepassword thepassword pass123 password123 passw0rd hunter2 p4ssw0rd motdepasse kennwort passwort anoncvs anonymous anonymous@ -anonymous@'.split(
    ' ',
  ),
);

/** Whether a value is base64 of a text that is no password: `Y2hhbmdlbWU=` is `changeme`. */
export function isEncodedPlaceholder(value: string): boolean {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]{6,}={0,2}$/.test(value)) return false;
  const decoded = Buffer.from(value, 'base64').toString('latin1').trim();
  return /^[\x20-\x7e]{3,}$/.test(decoded) && !isPlausiblePassword(decoded);
}

/**
 * Whether what stands where only a password can (a URL's userinfo, `-u user:…`, a decoded header) is a real one.
 *
 * Stricter about defaults than a key named `password` is: there, manuals print them in every second example.
 */
export function isPlausiblePassword(password: string, user = ''): boolean {
  if (password.length < 3 || password.length > 200 || isPlaceholder(password)) return false;
  const folded = foldText(password);
  if (defaults.has(folded) || defaults.has(password.toLowerCase()) || folded === foldText(user)) return false;
  if (/^[$%{<[]|[{}<>]/.test(password) && !/[0-9]/.test(password)) return false;
  return (
    !/^[A-Za-z]*(?:pass(?:word|wd)?|pwd|secret|token)[A-Za-z]*$/i.test(password) &&
    !/^[A-Z]+(?:_[A-Z]+)*$/.test(password)
  );
}

const address = /:\/\/([^\s:@/]*):([^\s@/]{3,})@/;
const setting =
  /^\s*(?:export )?["']?\w*(?:pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|access_?key)["']?\s*[=:]\s*["']?([^\s"']{6,})/im;

/** Whether a value is base64 of an address with a password in it, or of settings one of which is a password or secret. */
export function holdsCredentials(encoded: string): boolean {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(encoded)) return false;
  const decoded = Buffer.from(encoded.slice(0, 16_384), 'base64').toString('utf8');
  if (/[^\t\n\r\x20-\x7e\u00a0-\u024f]/.test(decoded)) return false;
  const [, user, password] = address.exec(decoded) ?? [];
  const [, value] = setting.exec(decoded) ?? [];
  return (
    (password !== undefined && isPlausiblePassword(password, user)) ||
    (value !== undefined && isPlausiblePassword(value))
  );
}
