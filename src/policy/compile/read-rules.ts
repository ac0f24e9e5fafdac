import type { DeniedPath, DeniedPaths } from './denied-paths.ts';

/**
 * Rules `Read(…)` as Claude Code and Copilot have them: `//` is the root of the file system, `~/` the home, a drive `C:` is
 * `//c`; a path covers what is below it (permissions pages of both, read 2026-11-26).
 */
export function readRules({ isEverything, paths }: DeniedPaths): readonly string[] {
  if (isEverything) return ['Read(//**)'];
  return [...new Set(paths.map((path) => `Read(${absolute(path, '//')})`))];
}

/** The same places as paths: `/` is the root, `~/` the home, `C:/` a drive. */
export function absolutePaths({ isEverything, paths }: DeniedPaths): readonly string[] {
  if (isEverything) return ['/'];
  return [...new Set(paths.map((path) => absolute(path, '/')))];
}

function absolute({ from, path, drive = '' }: DeniedPath, root: '/' | '//'): string {
  switch (from) {
    case 'any':
      return `${root}**/${path}`;
    case 'root':
      return `${root}${path}`;
    case 'home':
      return path === '' ? '~' : `~/${path}`;
    case 'drive':
      return root === '//' ? `//${drive.toLowerCase()}/${path}` : `${drive}:/${path}`;
  }
}
