import type { Span } from '../../finding.ts';
import { readName } from '../../reading/read-name.ts';
import { readValue, type Value } from '../../reading/read-value.ts';
import { type NameMeaning, meaningOf } from '../../reading/secret-name.ts';
import { type Form, readSeparator } from '../../reading/separator.ts';

/** A name and the value that some syntax gives it. */
export type Assignment = {
  readonly text: string;
  readonly name: Span;
  readonly named: string;
  readonly meaning: NameMeaning;
  readonly form: Form;
  readonly value: Value;
};

/** Reads the assignment whose name holds the keyword at `start` to `end`; undefined when there is none. */
export function readAssignment(text: string, start: number, end: number): Assignment | undefined {
  const name = readName(text, start, end);
  if (!name) return undefined;
  const separated = readSeparator(text, name.start, name.end);
  if (!separated || (separated.form === 'cell' && isInTemplate(text, name.start))) return undefined;
  const named = text.slice(name.start, name.end);
  const meaning = meaningOf(named);
  if (meaning === 'none') return undefined;
  const read = readValue(text, separated.valueAt, separated.form);
  if (!read) return undefined;
  const value = read.isQuoted ? withoutScheme(read) : shortened(withoutScheme(read));
  return { text, name, named, meaning, form: separated.form, value };
}

// `{{ .Values.password | quote }}`: the bar hands a value on to a filter.
function isInTemplate(text: string, at: number): boolean {
  return /\{[{%][^}\n]*$/.test(text.slice(Math.max(0, at - 120), at));
}

// Where a bare value ends inside a list of pairs: a=b&c=d, a=b;c=d, a=b,c=d, and an escaped line break in a string.
const nextPair = /[&;,](?=[\w .-]{1,40}=)|[;,](?=["'])|\\[nrt]|['"]?[,)\]}]{1,3}[;:]?$|#(?=\w+=)/;

function shortened(value: Value): Value {
  const cut = nextPair.exec(value.text);
  if (!cut || cut.index === 0 || /^[^(]*\([^)]*\)$/.test(value.text)) return value;
  return { ...value, end: value.start + cut.index, text: value.text.slice(0, cut.index) };
}

// `Authorization: Bearer x`, `auth: token x`, `{noop}x`: the scheme is no secret.
const scheme =
  /^(?:Bearer|Token|token|ApiKey|Apikey|GenieKey|SSWS|Key)[ =:]{1,2}(?=\S)|^\{(?:noop|plain|PLAIN|CLEAR|cleartext)\}/;

function withoutScheme(value: Value): Value {
  const length = scheme.exec(value.text)?.[0].length ?? 0;
  return length === 0 ? value : { ...value, start: value.start + length, text: value.text.slice(length) };
}
