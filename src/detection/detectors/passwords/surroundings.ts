import { lineEnd, lineStart } from '../../reading/lines.ts';
import type { Assignment } from './assignment.ts';

/**
 * Whether an assignment stands alone on its line as it does in configuration: nothing before the name but white space,
 * a dash, a section or a word such as `export`; nothing behind the value; no brackets around it that would be code.
 */
export function isConfigurationLine({ text, name, value, form }: Assignment): boolean {
  if (form !== 'equals' && form !== 'colon' && form !== 'flag' && form !== 'sibling') return false;
  const lineAt = lineStart(text, name.start);
  if (name.start - lineAt > 120 || !lineHead.test(text.slice(lineAt, name.start))) return false;
  const lineTo = lineEnd(text, value.end);
  if (!lineTail.test(text.slice(value.end, Math.min(lineTo, value.end + 120)))) return false;
  return form !== 'colon' || !isInsideBraces(text, lineAt, lineTo);
}

const lineHead =
  /^[\s>|#/*-]*(?:\d+[\t→:|][ \t]*)?(?:(?:export|set|setx|declare|local|readonly|env|ENV|ARG|-D|-e|--env|SET|\$env:|- |\[[\w ]+\])\s*)*["']?$/;
const lineTail = /^["']?[ \t]*(?:#.*|\/\/.*|\\)?\r?$/;

// An object literal's members end in commas, but for the last; YAML's do not.
function isInsideBraces(text: string, lineAt: number, lineTo: number): boolean {
  const before = text.slice(Math.max(0, lineAt - 160), Math.max(0, lineAt - 1)).trimEnd();
  const after = text.slice(lineTo, lineTo + 160).trimStart();
  return /[,{(;]$/.test(before) || /^[})\]]/.test(after);
}

/** Whether the assignment is one of several pairs on its line, as in a log: `user=bob password=… ip=…`. */
export function isAmongPairs({ text, name, value, form }: Assignment): boolean {
  if (form !== 'equals' || text.charAt(value.start - 1) !== '=') return false;
  const before = text.slice(Math.max(0, name.start - 60), name.start);
  return (
    /[\w.-]+=[^\s(){};]+[ ,&;]{1,2}$/.test(before) ||
    /^[ ,&;]{1,2}[\w.-]+=[^\s(){};=]/.test(text.slice(value.end, value.end + 60))
  );
}

/** Whether a bare value is code: a name, a path of names, a call, a keyword, an operator's operand. */
export function isCode(value: string): boolean {
  return codeStart.test(value) || codeName.test(value) || codeCall.test(value) || codeInside.test(value);
}

/** Whether a bare value holds signs between words as only code has them. */
export function isMinified(value: string): boolean {
  return codeInside.test(value);
}

const codeStart =
  /^(?:[$&*!~|<>=+?%`:]|\d>|[abglstvw]:[a-z_]\w*\.\w|\(|\[|\{|->|::|new\b|await\b|async\b|function\b|lambda\b|return\b|typeof\b|not\b)/;
// Signs between words that no password needs and minified code is full of.
const codeInside = /[;{}]\s*[A-Za-z_$]|&&|\|\||=>|\?\?|[!=]==?\s*[\w"'(]|,\s*[\w$]+[:.=([]|[)\]][.;,[(]/;
const codeName = /^@?[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.|!\.)[A-Za-z_$][\w$]*)+[!?]?$/;
const codeCall = /^[\w.$:>@!?-]*[A-Za-z_]\w*[!?]?[([{]/;
