import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Fault, type FaultCode, faultCodes, type Found, type Path } from './fault.ts';
import { type Input, inputSchema } from './schema.ts';

/** An input that fits its schema, and where each of its keys stands. */
export type ReadInput = { readonly input: Input; readonly placed: (found: Found) => Fault };

export type InputRead =
  | { readonly kind: 'input'; readonly read: ReadInput }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const mostCharacters = 200_000;

/** Reads an input file. What is wrong is told all at once, each with its line and key. */
export function readInput(text: string): InputRead {
  if (text.length > mostCharacters)
    return { kind: 'faults', faults: [{ line: 1, path: '', code: 'file_too_long', detail: `≤ ${mostCharacters}` }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors.map(({ pos, message }): Fault => {
    return { line: lines.linePos(pos[0]).line, path: '', code: 'yaml_broken', detail: message.split('\n')[0] ?? '' };
  });
  if (broken.length > 0) return { kind: 'faults', faults: broken };
  const placed = ({ path, code, detail }: Found): Fault => {
    return { line: lines.linePos(placeOf(document, path)).line, path: path.join('.'), code, detail };
  };
  const parsed = inputSchema.safeParse(plain(document) ?? {});
  if (parsed.success) return { kind: 'input', read: { input: parsed.data, placed } };
  const faults = parsed.error.issues.flatMap((issue) => told(issue, document, [])).map(placed);
  return { kind: 'faults', faults: faults.toSorted((one, other) => one.line - other.line) };
}

// Too many aliases are refused by the library; the schema then says that a mapping was expected.
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return 'aliases';
  }
}

// Where a key stands; for one that is missing, where what it is missing from does.
function placeOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = String(path[length - 1]);
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === last)
      : undefined;
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

type Issue = z.core.$ZodIssue;

function told(issue: Issue, document: Document, above: Path): readonly Found[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], code: 'key_unknown', detail: '' }));
  // Of `measured` or a range: what is not the word was meant as a range.
  if (issue.code === 'invalid_union' && document.hasIn(path))
    return (issue.errors.at(-1) ?? []).flatMap((inner) => told(inner, document, path));
  const code =
    faultCodes.find((known) => known === issue.message) ?? (document.hasIn(path) ? 'value_invalid' : 'key_missing');
  return [{ path, code, detail: isSilent.has(code) ? '' : expected(issue) }];
}

// What these expect is in their texts.
const isSilent: ReadonlySet<FaultCode> = new Set([
  'range_missing',
  'range_disordered',
  'range_too_wide',
  'amount_not_positive',
  'share_out_of_bounds',
]);

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
      return '';
  }
}
