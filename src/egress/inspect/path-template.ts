const word = /^(?:v\d{1,2}(?:alpha|beta)?\d?|[a-z][a-z_-]{0,23})$/;
const mostSegments = 8;

/**
 * The path as a record keeps it: short words of small letters and versions stay, everything else (numbers, ids, tokens,
 * names of files, addresses) becomes `{}`; at most eight segments. A login made of small letters alone reads as a word.
 */
export function pathTemplate(path: string): string {
  const segments = path.split('/').slice(1);
  const kept = segments
    .slice(0, mostSegments)
    .map((segment) => (segment === '' || word.test(segment) ? segment : '{}'));
  return `/${kept.join('/')}${segments.length > mostSegments ? '/…' : ''}`;
}
