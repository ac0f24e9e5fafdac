/** A unit as it stands, any one unit, any number of units, or one of a set. */
export type SegmentToken =
  | string
  | 'star'
  | 'one'
  | { readonly isNegated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** Whether a folded name fits. At most name × tokens steps: a pattern is no way to keep the post busy. */
export function fitsWildcard(name: string, tokens: readonly SegmentToken[]): boolean {
  let at = 0;
  let token = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < name.length) {
    const wanted = tokens[token];
    if (wanted === 'star') {
      star = token;
      token += 1;
      resumeAt = at;
    } else if (wanted !== undefined && fitsOne(name[at] ?? '', wanted)) {
      at += 1;
      token += 1;
    } else if (star !== -1) {
      token = star + 1;
      resumeAt += 1;
      at = resumeAt;
    } else return false;
  }
  while (tokens[token] === 'star') token += 1;
  return token === tokens.length;
}

function fitsOne(unit: string, token: SegmentToken): boolean {
  if (typeof token === 'string') return token === 'one' || token === unit;
  return token.ranges.some(([from, to]) => unit >= from && unit <= to) !== token.isNegated;
}
