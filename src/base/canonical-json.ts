import canonicalize from 'canonicalize';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one serialisation of a value that RFC 8785 (JSON Canonicalization Scheme) allows.
 *
 * Members that are `undefined` are left out. Strings must be well-formed UTF-16: pass text from outside through
 * `String.prototype.toWellFormed` first.
 * @throws Error on lone surrogates, NaN, Infinity and cycles: each is a fault of ours, never of the input.
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('canonicalJson: the value has no JSON form');
  return text;
}
