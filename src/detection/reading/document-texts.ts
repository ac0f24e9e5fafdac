import type { Json } from '../../base/index.ts';
import type { Finding } from '../finding.ts';

/** One text of a document, with the name it stands under ahead of it, as `name=`: a name tells what its value is. */
export type DocumentText = { readonly value: string; readonly lead: string };

const deepest = 100;

/** All texts of a document, in its order. @throws RangeError when it is nested deeper than any tool's own */
export function textsIn(document: Json, name = '', depth = 0): readonly DocumentText[] {
  if (depth > deepest) throw new RangeError('nested too deep');
  if (typeof document === 'string') return [{ value: document, lead: /^[\w-]{1,60}$/.test(name) ? `${name}=` : '' }];
  if (typeof document !== 'object' || document === null) return [];
  if (Array.isArray(document)) return (document as readonly Json[]).flatMap((entry) => textsIn(entry, name, depth + 1));
  return Object.entries(document).flatMap(([key, value]) => textsIn(value ?? null, key, depth + 1));
}

/** The document with each of its texts replaced, in the same order. */
export function withTexts(document: Json, next: () => string): Json {
  if (typeof document === 'string') return next();
  if (typeof document !== 'object' || document === null) return document;
  if (Array.isArray(document)) return (document as readonly Json[]).map((entry) => withTexts(entry, next));
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, withTexts(value ?? null, next)]));
}

/** Findings in a lead and its text, as they stand in the text alone. */
export function withoutLead(findings: readonly Finding[], length: number): readonly Finding[] {
  return findings.flatMap((finding) =>
    finding.end <= length
      ? []
      : [{ ...finding, start: Math.max(0, finding.start - length), end: finding.end - length }],
  );
}
