import type { SegmentToken } from './wildcard.ts';

/**
 * One segment of a glob: a name as it stands, a name with wildcards, any one name (`*`), or any number of folders (`**`).
 * Names are folded, see `foldName`.
 */
export type GlobSegment =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wild'; readonly source: string; readonly tokens: readonly SegmentToken[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'deep' };

/** A glob without braces. What is not anchored may begin in any folder. */
export type Glob = { readonly isAnchored: boolean; readonly segments: readonly GlobSegment[] };

export type GlobFault =
  | 'empty'
  | 'too_long'
  | 'bracket'
  | 'brace'
  | 'braces_too_many'
  | 'negated'
  | 'extended'
  | 'parent'
  | 'control';

const longestGlob = 1_000;
const mostAlternatives = 256;

/**
 * Reads a glob as `.gitignore` has it, with braces: `*`, `?`, `[a-z]`, `**`, `{a,b}`. Case is ignored, `\` is `/`.
 *
 * `/x`, `C:/x` and `~/x` are anchored: at the root, at the drive, in every person's home folder. Everything else may begin
 * in any folder. A glob that names a folder covers all that is in it.
 */
export function parseGlob(text: string): readonly Glob[] | GlobFault {
  const alternatives = globAlternatives(text);
  if (typeof alternatives === 'string') return alternatives;
  const globs: Glob[] = [];
  for (const alternative of alternatives.flatMap((each) => homeFolders(foldName(each)))) {
    const read = readGlob(alternative);
    if (typeof read === 'string') return read;
    globs.push(read);
  }
  return globs;
}

/** The globs without braces that a glob stands for, in its own letters and with `/` between folders. */
export function globAlternatives(text: string): readonly string[] | GlobFault {
  const glob = text.trim().replaceAll('\\', '/');
  if (glob === '') return 'empty';
  if (glob.length > longestGlob) return 'too_long';
  // A line break would be a line of its own in the files that a policy is written out to.
  if (/\p{Cc}/u.test(glob)) return 'control';
  if (glob.startsWith('!')) return 'negated';
  if (/[!@+?*]\(/.test(glob)) return 'extended';
  return expandBraces(glob);
}

/** Names are compared without case and in one Unicode form: file systems of workstations hold `É` in two. */
export function foldName(text: string): string {
  // Most paths are ASCII, and have one form only.
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase();
}

// The innermost braces first. What is too much is refused before it is built.
function expandBraces(glob: string): readonly string[] | GlobFault {
  let globs = [glob];
  for (;;) {
    const next: string[] = [];
    let isDone = true;
    for (const each of globs) {
      const inner = /\{([^{}]*)\}/.exec(each);
      if (!inner) {
        if (/[{}]/.test(each)) return 'brace';
        next.push(each);
        continue;
      }
      isDone = false;
      for (const choice of (inner[1] ?? '').split(','))
        next.push(each.slice(0, inner.index) + choice + each.slice(inner.index + inner[0].length));
      if (next.length > mostAlternatives) return 'braces_too_many';
    }
    if (isDone) return next;
    globs = next;
  }
}

// Where homes stand on Linux, macOS, Windows and Windows seen from WSL; and paths that a client writes with `~`.
const homes = ['/home/*', '/users/*', '/var/home/*', '/root', '/var/root', '?:/users/*', '/mnt/?/users/*', '~'];

function homeFolders(glob: string): readonly string[] {
  return glob === '~' || glob.startsWith('~/') ? homes.map((home) => home + glob.slice(1)) : [glob];
}

function readGlob(glob: string): Glob | GlobFault {
  const isAnchored = /^(\/|~(\/|$)|[a-z?*]:(\/|$))/.test(glob);
  const segments: GlobSegment[] = [];
  for (const name of glob.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') return 'parent';
    const segment = readSegment(name);
    if (typeof segment === 'string') return segment;
    segments.push(segment);
  }
  // All that is in a folder is covered by the folder itself.
  while (segments.at(-1)?.kind === 'deep') segments.pop();
  return { isAnchored, segments };
}

function readSegment(name: string): GlobSegment | GlobFault {
  if (name === '**') return { kind: 'deep' };
  if (/^\*+$/.test(name)) return { kind: 'any' };
  if (!/[*?[]/.test(name)) return { kind: 'name', name };
  const tokens: SegmentToken[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const unit = name[at] ?? '';
    if (unit === '*') {
      if (tokens.at(-1) !== 'star') tokens.push('star');
    } else if (unit === '?') tokens.push('one');
    else if (unit === '[') {
      const end = name.indexOf(']', name[at + 1] === '!' || name[at + 1] === '^' ? at + 3 : at + 2);
      if (end === -1) return 'bracket';
      tokens.push(readSet(name.slice(at + 1, end)));
      at = end;
    } else tokens.push(unit);
  }
  return { kind: 'wild', source: name, tokens };
}

function readSet(inside: string): SegmentToken {
  const isNegated = inside.startsWith('!') || inside.startsWith('^');
  const units = isNegated ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const from = units[at] ?? '';
    const isRange = units[at + 1] === '-' && at + 2 < units.length;
    ranges.push([from, isRange ? (units[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  return { isNegated, ranges };
}
