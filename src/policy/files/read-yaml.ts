import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import type { PolicyFile } from './policy-file.ts';

type Path = readonly (string | number)[];

export type ReadYaml<Value> = { readonly value: Value; readonly lineOf: (path: Path) => number };

/**
 * Reads a YAML file by its schema. What is wrong goes to `faults`, each with its line and key; then nothing is returned.
 *
 * An empty file is an empty mapping.
 */
export function readYaml<Schema extends z.ZodType>(
  file: PolicyFile,
  schema: Schema,
  faults: Fault[],
): ReadYaml<z.output<Schema>> | undefined {
  const before = faults.length;
  const read = readSoundYaml(file, schema, faults);
  return faults.length > before ? undefined : read;
}

/**
 * The same, but without the keys that do not fit where something is wrong: what else is wrong can then be told at once.
 * Nothing where what is left does not fit either.
 */
export function readSoundYaml<Schema extends z.ZodType>(
  { name, text }: PolicyFile,
  schema: Schema,
  faults: Fault[],
): ReadYaml<z.output<Schema>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const before = faults.length;
  for (const fault of document.errors) {
    const line = lines.linePos(fault.pos[0]).line;
    faults.push({ file: name, line, path: '', code: 'yaml_broken', detail: fault.message.split('\n')[0] ?? '' });
  }
  if (faults.length > before) return undefined;
  const lineOf = (path: Path): number => lines.linePos(offsetOf(document, path)).line;
  const written = plain(document) ?? {};
  const parsed = schema.safeParse(written);
  if (parsed.success) return { value: parsed.data, lineOf };
  const all = parsed.error.issues.flatMap((issue) => told(issue, document));
  for (const { path, code, detail } of all)
    faults.push({ file: name, line: lineOf(path), path: path.join('.'), code, detail });
  const rest = structuredClone(written);
  for (const { path } of all) removeKey(rest, path);
  const sound = schema.safeParse(rest);
  return sound.success ? { value: sound.data, lineOf } : undefined;
}

// The last key of a mapping on the way: taking an entry out of a list would count the others anew.
function removeKey(root: unknown, path: Path): void {
  let place: { readonly mapping: object; readonly key: string | number } | undefined;
  let node = root;
  for (const key of path) {
    if (typeof node !== 'object' || node === null) break;
    if (!Array.isArray(node)) place = { mapping: node, key };
    node = Object.hasOwn(node, key) ? (node as Record<string | number, unknown>)[key] : undefined;
  }
  if (place) Reflect.deleteProperty(place.mapping, place.key);
}

// Too many aliases are refused by the library; the schema then says that a mapping was expected.
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return 'aliases';
  }
}

// Where a key stands; for a key that is missing, where its parent does.
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key: each }) => isScalar(each) && String(each.value) === String(key));
      if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

type Issue = z.core.$ZodIssue;

function told(issue: Issue, document: Document): readonly { path: Path; code: Fault['code']; detail: string }[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], code: 'key_unknown', detail: '' }));
  if (!document.hasIn(path)) return [{ path, code: 'key_missing', detail: expected(issue) }];
  return [{ path, code: 'value_invalid', detail: expected(issue) }];
}

// In the words of the file itself, so that they read in either language.
function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.join(' | ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'YYYY-MM-DD' : (issue.pattern ?? issue.format);
    default:
      return issue.code;
  }
}
