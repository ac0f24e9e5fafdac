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
  const parsed = schema.safeParse(plain(document) ?? {});
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    for (const { path, code, detail } of told(issue, document))
      faults.push({ file: name, line: lineOf(path), path: path.join('.'), code, detail });
  }
  return undefined;
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
      return issue.pattern ?? issue.format;
    default:
      return issue.code;
  }
}
