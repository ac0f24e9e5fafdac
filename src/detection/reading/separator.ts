import { lineStart } from './lines.ts';

/** How a value hangs on its name. */
export type Form =
  | 'equals'
  | 'colon'
  | 'argument'
  | 'call'
  | 'element'
  | 'sibling'
  | 'flag'
  | 'words'
  | 'statement'
  | 'cell'
  | 'next';

export type Separated = { readonly form: Form; readonly valueAt: number };

/**
 * Reads what stands between a name and its value, in any syntax; undefined where no value follows.
 *
 * Reads at most about 300 units. The common case in code, a name that is merely used, is told by its next character.
 */
export function readSeparator(text: string, nameStart: number, nameEnd: number): Separated | undefined {
  const next = text.charCodeAt(nameEnd);
  if (!mayFollow(next)) return undefined;
  if (next === 0x28) return readCall(text, nameEnd);
  const quoteEnd = passClosingQuote(text, nameEnd);
  const isQuoted = quoteEnd > nameEnd;
  const at = passSpaces(text, quoteEnd);
  const found = (isQuoted ? readBeside(text, nameEnd) : undefined) ?? readSign(text, { at, isQuoted, nameStart });
  if (found) return found;
  if (isQuoted) return readSibling(text, quoteEnd);
  return readElement(text, nameStart, nameEnd) ?? readWords(text, nameStart, nameEnd) ?? readSibling(text, nameEnd);
}

// " ' ` = : ( space tab > ] ) \ , & | + ? ! and, for “ ” and », what lies beyond Latin letters. Not: . ; { / letters.
const following = new Uint8Array(128);
for (const character of '"\'`=:( \t>])}\\,&|+?!<-\r\n') following[character.charCodeAt(0)] = 1;

function mayFollow(code: number): boolean {
  return code < 128 ? following[code] === 1 : code === 0xa0 || code === 0xbb || code === 0x201d || code === 0x202f;
}

function passSpaces(text: string, from: number): number {
  let at = from;
  const limit = from + 60;
  while (at < limit && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f;
}

// "name", 'name', `name`, \"name\", ["name"], ('name'), &quot;name&quot;, “name”
const closingQuote = /(?:\\*["'`]|&quot;|[”»*]{1,2}|\\\])[\])]?|[\]}]/y;

function passClosingQuote(text: string, at: number): number {
  closingQuote.lastIndex = at;
  return closingQuote.test(text) ? closingQuote.lastIndex : at;
}

const equals = /(?:[?:+|!]{0,2}={1,3}>?|:=|<-|=>|:-)[ \t]*/y;
const typedEquals =
  /:\s*(?:&\s*(?:'static\s*)?)?[A-Za-z_][\w.<>[\]?|, ]{0,40}?(?:[ \t]*=[ \t]*|\s+=\s*)(?=["'`@$]|[bBrRfFuU]{1,2}["'])/y;
const goTyped = /(?:string|\[\]byte|char|String|str|var|auto)(?:\[\d*\])?[ \t]*=[ \t]*/y;
// YAML's value may stand on the next line, alone.
const colon =
  /:(?!:)[ \t\u00a0\u202f]*(?:(?:[|>][+-]?[ \t]*)?\r?\n[ \t]{1,40}(?=[\w!@$%^&*+][^\s:]{3,200}[ \t]*(?:\r?\n|$)))?/y;

type Sign = { readonly at: number; readonly isQuoted: boolean; readonly nameStart: number };

function readSign(text: string, { at, isQuoted, nameStart }: Sign): Separated | undefined {
  const code = text.charCodeAt(at);
  if (code === 0x3a) {
    return (
      sticky([typedEquals, 'equals'], text, at) ??
      sticky([equals, 'equals'], text, at) ??
      sticky([colon, 'colon'], text, at)
    );
  }
  if (code === 0x2c && isQuoted)
    return isFirstArgument(text, nameStart) ? { form: 'argument', valueAt: passSpaces(text, at + 1) } : undefined;
  if (code === 0x6f || code === 0x3f || code === 0x7c) {
    const otherwise = sticky([fallback, 'equals'], text, at);
    if (
      otherwise &&
      /(?:env|environ)[\w.]{0,10}[.(['"]{1,3}$/i.test(text.slice(Math.max(0, nameStart - 20), nameStart))
    )
      return otherwise;
  }
  // A type in TypeScript, 'password' | 'token', is no row of a table.
  if (code === 0x7c && isQuoted && /["']/.test(text.charAt(nameStart - 1))) return undefined;
  if (code === 0x7c) return sticky([cell, 'cell'], text, at) ?? sticky([equals, 'equals'], text, at);
  if (code === 0x5b) return sticky([bracketed, 'equals'], text, at);
  if (isQuoted && code === 0x3e) return { form: 'element', valueAt: at + 1 };
  return sticky([equals, 'equals'], text, at) ?? sticky([goTyped, 'equals'], text, at);
}

// os.getenv("PASSWORD") or "…": the literal is used where the environment has none.
const fallback = /(?:\|\||\?\?|or|\?:)[ \t]{1,4}(?=["'`])/y;

// put("password", …), ['token', …]: in a longer list of strings a name stands among its like.
function isFirstArgument(text: string, nameStart: number): boolean {
  return /[([{]\s{0,20}[bBuUrRfF@]?\\?["'`]$/.test(text.slice(Math.max(0, nameStart - 24), nameStart));
}

const cell = /\|[ \t]+/y;
const bracketed = /\[\d*\][ \t]*=[ \t]*/y;
const call = /\([ \t]*(?:[a-z_]+[ \t]*=[ \t]*)?(?=["'`])/y;

function readCall(text: string, at: number): Separated | undefined {
  return sticky([call, 'call'], text, at);
}

// <password>…, <ns:password kind="x">…, and an attribute's value as name: <string name="token">…
const elementEnd = /(?:\s{1,20}[\w:.-]{1,40}\s?=\s?"[^"<>]{0,80}"){0,4}\s?>(?:<!\[CDATA\[)?\s{0,80}/y;

// <Password><Value>…: an element that only wraps its value.
const nestedValue = /\s?>\s{0,80}<(?:[\w.-]{1,20}:)?[vV]alue\s?>/y;

function readElement(text: string, nameStart: number, nameEnd: number): Separated | undefined {
  const before = text.charCodeAt(nameStart - 1);
  if (before !== 0x3c && before !== 0x3a) return undefined;
  return sticky([nestedValue, 'element'], text, nameEnd) ?? sticky([elementEnd, 'element'], text, nameEnd);
}

// The name is itself a value, and its own value stands beside it: name: DB_PASSWORD, value: …; key="x" value="…".
const sibling =
  /["'`]?\s{0,3}[,{]?\s{0,60}(?:(?:description|type|sensitive)\s{0,8}=[^\n]{0,120}\n\s{0,20}){0,3}["'`]?(?:value|Value|VALUE|content|defaultValue|default|string_value|stringValue|plainText)["'`]?\s{0,8}(?:=>|[:=])\s{0,8}/y;

// The name selects a field of a form, and what is typed into it follows: find("#password").type("…"), fill('[name=pwd]', '…').
const typed =
  /["'\])]{1,5}\s?(?:\.(?:clear\(\)\.)?(?:send_?[kK]eys|type|fill|set_?[vV]alue|val|setText|typeText|value)\s?(?:\(|=)|,)\s?(?=["'`])/y;

// What says more than the comma behind a quoted name alone: a member `value` beside it, a field's selector.
function readBeside(text: string, nameEnd: number): Separated | undefined {
  return sticky([pairedValue, 'sibling'], text, nameEnd) ?? sticky([typed, 'argument'], text, nameEnd);
}

const pairedValue = /["']\s{0,3},\s{0,60}["']?(?:value|Value|VALUE)["']?\s{0,8}[:=]\s{0,8}/y;

function readSibling(text: string, at: number): Separated | undefined {
  return sticky([sibling, 'sibling'], text, at);
}

const is =
  /(?:[ \t](?:du|de|des|pour|for|of|to|d['’]|sur|on|à|au)[ \t][^\n:="'`;{}()]{1,40}?)?[ \t\u00a0]{1,4}(?:(?:is|est|was)(?: now| maintenant| désormais)?|c['’]est|reste|are|ist|es|sera|était|used to be|will be|has been|devient|becomes|:|vaut|=|to|est le suivant|is set to|set to|[a-zà-ÿA-Z'’-]{2,15}(?: [a-zà-ÿA-Z'’-]{2,15}){0,2} ?:)[ \t\u00a0]{0,4}:?[ \t\u00a0]{1,4}/y;
// mot de passe provisoire "…": words between, and the value in quotes.
const described = /(?:[ \t][a-zà-ÿ'’]{2,15}){1,3}[ \t]{1,2}(?=["“«])/y;
const spaces = /[ \t]{1,40}/y;
const statement = /[ \t]{1,8}(?:BY|by|AS|as|TO|to|=)?[ \t]{0,4}(?=['"])/y;

function readWords(text: string, nameStart: number, nameEnd: number): Separated | undefined {
  const code = text.charCodeAt(nameEnd);
  if (!isSpace(code)) return undefined;
  if (text.charCodeAt(nameStart - 1) === 0x2d) return sticky([spaces, 'flag'], text, nameEnd);
  const quoted = sticky([statement, 'statement'], text, nameEnd);
  if (quoted) return quoted;
  const said = sticky([is, 'words'], text, nameEnd) ?? sticky([described, 'next'], text, nameEnd);
  if (said) return said;
  return sticky([spaces, isFirstWord(text, nameStart) ? 'flag' : 'next'], text, nameEnd);
}

// `password hunter2` at the start of a line (.netrc, msmtp, redis, routers), or after ENV, set, machine x login y.
const leading =
  /^[ \t]{0,16}(?:(?:ENV|ARG|set|setenv|default|no|enable)[ \t]{1,4}|(?:machine|login|account|user|username|host)[ \t]{1,4}\S{1,80}[ \t]{1,4}){1,4}$/;

function isFirstWord(text: string, nameStart: number): boolean {
  let at = nameStart;
  while (isSpace(text.charCodeAt(at - 1))) at -= 1;
  if (at === 0 || text.charCodeAt(at - 1) === 0x0a) return true;
  const lineAt = lineStart(text, nameStart);
  return nameStart - lineAt < 240 && leading.test(text.slice(lineAt, nameStart));
}

function sticky([pattern, form]: readonly [RegExp, Form], text: string, at: number): Separated | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? { form, valueAt: pattern.lastIndex } : undefined;
}
