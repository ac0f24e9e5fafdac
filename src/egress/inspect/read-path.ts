import { egressError } from '../errors.ts';

// A path that two programs may read as two paths is refused, and not made canonical: the host would get what nobody
// judged. What is written here has one reading under RFC 3986 and under every server's own habits.
const doubtful = [
  /[\\;#"<>^`{|}]/, // `\` is `/` to some (WHATWG URL), `;` ends a segment to others (servlets)
  /\/\//,
  /%(?![0-9a-f]{2})/i,
  /%(?:2d|2e|5f|7e|3[0-9]|[46][1-9a-f]|[57][0-9a])/i, // §2.3: what needs no encoding and hides a word or a dot
  /%(?:2f|5c|25|3b|[01][0-9a-f]|7f)/i, // a slash, a backslash, a second encoding, `;`, controls
  /\/\.{1,2}(?:\/|$)/,
] as const;

const isWritten = /^\/[\x21-\x22\x24-\x7e]*$/; // RFC 3986 §2: anything else is to be encoded; a fragment is never sent
const mostCharacters = 8_192;

/**
 * Reads the path out of the target of a request in an inspected tunnel, without its query.
 * @throws egress_path_ambiguous for what is no path from the root, and for what can be read in two ways.
 */
export function readPath(target: string): string {
  const [path = ''] = target.split('?', 1);
  const isPlain = isWritten.test(target) && target.length <= mostCharacters;
  if (!isPlain || doubtful.some((each) => each.test(path))) throw egressError('egress_path_ambiguous');
  return path;
}
