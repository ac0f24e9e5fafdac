/** How a rule's pattern is anchored. In `Read(…)`, `/x` counts from the settings file and `//x` from the root. */
export type Anchoring = { readonly root: '/' | '//' };

type Placed = { readonly from: 'root' | 'home' | 'project'; readonly path: string };

/**
 * Whether a rule's pattern, read as the client reads it (as in .gitignore), stops all that a protected path stands for.
 *
 * @param path as in `ProtectedPath`. A wildcard in it is covered by a pattern that takes letters no rule would name.
 * @param home the person's own, as the machine names it.
 */
export function covers(pattern: string, path: string, { root, home }: Anchoring & { readonly home: string }): boolean {
  const rule = placed(pattern.trim(), root);
  const wanted = placed(exampleOf(path), '/');
  if (rule.path === '' && rule.from === 'project') return false;
  if (/^\**$/.test(rule.path)) return rule.from === 'root' || rule.from === wanted.from;
  if (rule.from === wanted.from) return matcherOf(rule).test(wanted.path);
  if (rule.from !== 'root') return false;
  const above = wanted.from === 'home' ? placed(home.replaceAll('\\', '/'), '/').path : `${anyName}/${anyName}`;
  return matcherOf(rule).test(`${above}/${wanted.path}`);
}

const anyName = 'zq';

function exampleOf(glob: string): string {
  return glob
    .replaceAll(/\[!?[^\]]*\]/g, (set) => (set.startsWith('[!') ? 'z' : set.charAt(1)))
    .replaceAll('**', `${anyName}/${anyName}`)
    .replaceAll('*', anyName)
    .replaceAll('?', 'z');
}

function placed(text: string, root: '/' | '//'): Placed {
  const [, drive, onDrive = ''] = /^([A-Za-z]):\/*(.*)$/.exec(text) ?? [];
  if (drive !== undefined) return { from: 'root', path: `${drive.toLowerCase()}/${onDrive}` };
  if (text === '~' || text.startsWith('~/')) return { from: 'home', path: text.slice(2) };
  if (text.startsWith(root)) return { from: 'root', path: text.replace(/^\/+/, '') };
  return { from: 'project', path: text.replace(/^\.\//, '') };
}

const signs: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

// In a project a pattern without a folder counts at any depth; from the root and from the home every pattern is anchored.
function matcherOf({ from, path }: Placed): RegExp {
  const isAnchored = from !== 'project' || /[^/]\//.test(path) || path.startsWith('/');
  const source = path
    .replace(/^\/+|\/+$/g, '')
    .replaceAll(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll(/\[!/g, '[^')
    .replaceAll(/\[(?![^\]]*\])|(?<!\[[^\]]*)\]/g, '\\$&')
    .replaceAll(/\*\*\/?|\*|\?/g, (sign) => signs[sign] ?? sign);
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${source}(?:/.*)?$`);
}
