import { detectionError } from '../errors.ts';
import type { Finding, Span } from '../finding.ts';
import { type StandInForm, type StandInKey, standIn } from './stand-in.ts';

/** One exchange of a value for its stand-in, at its place in the decoded text. */
export type Replacement = Span & { readonly standIn: string; readonly value: string };

/** Whether a stand-in is taken by a value other than this one. */
export type IsTaken = (standIn: string, value: string) => boolean;

export type Redaction = {
  /** The text with stand-ins; the very object that came in when nothing was found. */
  readonly text: string;
  /** In the order of the text. They hold the values: for the mapping in memory, never for a record or a log. */
  readonly replacements: readonly Replacement[];
};

export type RedactOptions = { readonly tenantKey: StandInKey; readonly isTaken?: IsTaken };

/**
 * Replaces what was found by stand-ins.
 *
 * `findings` are those of this text, in order and without overlap, as `scan` gives them. Note for every replacement that
 * its stand-in is taken by its value, and tell it by `isTaken`: then no stand-in ever means two values.
 * @throws detection_mapping_conflict when even the word for a value is taken by another: with 80 bits, a fault of ours.
 */
export function redact(text: string, findings: readonly Finding[], options: RedactOptions): Redaction {
  const replacements = replacementsOf(text, findings, options);
  return { text: replacements.length === 0 ? text : spliceText(text, replacements), replacements };
}

/** The replacements that `redact` makes, one a finding and in their order, without making the text. */
export function replacementsOf(
  text: string,
  findings: readonly Finding[],
  options: RedactOptions,
): readonly Replacement[] {
  const made = new Map<string, string>();
  const isTaken: IsTaken = (name, value) =>
    (made.get(name) ?? value) !== value || (options.isTaken?.(name, value) ?? false);
  const replacements: Replacement[] = [];
  for (const [index, finding] of findings.entries()) {
    const before = replacements.at(-1)?.end ?? -1;
    const bounds = { before, next: findings[index + 1]?.start ?? text.length + 1 };
    const replacement = replace(text, placeOf(text, finding, before), {
      tenantKey: options.tenantKey,
      isTaken,
      kind: finding.kind,
      bounds,
    });
    made.set(replacement.standIn, replacement.value);
    replacements.push(replacement);
  }
  return replacements;
}

type Bounds = { readonly before: number; readonly next: number };
type ReplaceOptions = Required<RedactOptions> & { readonly kind: string; readonly bounds: Bounds };

function replace(text: string, span: Span, { tenantKey, isTaken, kind, bounds }: ReplaceOptions): Replacement {
  const value = text.slice(span.start, span.end);
  const touchesAnother = span.start === bounds.before || span.end === bounds.next;
  const form = touchesAnother ? 'word' : formOf(text, span, kind);
  for (const each of [form, 'word'] as const) {
    const name = standIn(tenantKey, { kind, value }, each);
    if (!isTaken(name, value)) return { start: span.start, end: span.end, standIn: name, value };
  }
  throw detectionError('detection_mapping_conflict', { kind });
}

// A finding never begins or ends within a surrogate pair: half a character has no bytes of its own.
function placeOf(text: string, finding: Finding, before: number): Span {
  const { start, end } = finding.kind === 'private_key' ? insideOfArmour(text, finding) : finding;
  return {
    start: Math.max(before, isWithinPair(text, start) ? start - 1 : start),
    end: isWithinPair(text, end) ? end + 1 : end,
  };
}

function isWithinPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function spliceText(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, standIn: name } of replacements) {
    result += text.slice(at, start) + name;
    at = end;
  }
  return result + text.slice(at);
}

// What lies between the BEGIN and END lines: with them in place a reader, and a parser, still sees that a key is there.
const armour =
  /^(-----BEGIN [A-Z0-9 ]{1,60}-----(?:\s|\\[nrt])*)([^]*?)((?:\s|\\[nrt])*-----END [A-Z0-9 ]{1,60}-----)$/;

function insideOfArmour(text: string, { start, end }: Span): Span {
  const found = armour.exec(text.slice(start, end));
  if (!found?.[2]) return { start, end };
  const inside = start + (found[1]?.length ?? 0);
  return { start: inside, end: inside + found[2].length };
}

function formOf(text: string, { start, end }: Span, kind: string): StandInForm {
  if (kind === 'email') return kind;
  if (kind === 'ipv4') return /[\d.]/.test(text.charAt(start - 1)) || /\d/.test(text.charAt(end)) ? 'word' : kind;
  if (kind === 'ipv6') return /[0-9a-f:]/i.test(text.charAt(start - 1) + text.charAt(end)) ? 'word' : kind;
  return isBareNumber(text, start, end) ? 'number' : 'word';
}

// Digits alone, and no quote or letter beside them: a literal in code, a cell, a YAML scalar.
function isBareNumber(text: string, start: number, end: number): boolean {
  if (!/^(?:\d{4,}|\d\.\d+[eE]\+?\d+)$/.test(text.slice(start, end))) return false;
  return !/[\w"'`.@\\/+-]/.test(text.charAt(start - 1)) && !/[\w"'`@\\/-]/.test(text.charAt(end));
}
