export type TenantHeaders = {
  /** Every name that restricts an account, whether the company sets it or not. */
  readonly known: readonly string[];
  /** What the company says, by name. */
  readonly ours: ReadonlyMap<string, string>;
};

/**
 * The headers of a request with the company's tenant restrictions in place of the client's: whatever the client wrote
 * under such a name is gone, then ours stand once. `raw` and the answer are name, value, name, value.
 */
export function withTenantHeaders(raw: readonly string[], { known, ours }: TenantHeaders): string[] {
  const names = new Set([...known, ...ours.keys()].map(folded));
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2);
    if (!names.has(folded(name))) kept.push(name, value);
  }
  for (const [name, value] of ours) kept.push(name, value);
  return kept;
}

// CGI and what descends from it read `_` and `-` as one (RFC 3875 §4.1.18).
function folded(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
