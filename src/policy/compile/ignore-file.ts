import { type DeniedPath, deniedPaths } from './denied-paths.ts';
import { countLimit, everywhere, pathLimits } from './limits.ts';
import type { CompileInput, Limit, Made, Target } from './target.ts';

/** A target that is a list of paths in a repository, in the form of `.gitignore`. */
export function ignoreFile(id: string, plan: string, own: readonly Limit[]): Target {
  return { id, plan, make: (input) => [makeIgnoreFile(`.${id}`, input, own)] };
}

function makeIgnoreFile(name: string, input: CompileInput, own: readonly Limit[]): Made {
  const denied = deniedPaths(input);
  const inside = denied.paths.filter(({ from }) => from === 'any');
  const except = denied.except.filter(({ from }) => from === 'any');
  const lines = denied.isEverything
    ? ['*']
    : [...inside.map(patternOf), ...except.map((path) => `!${patternOf(path)}`)];
  return {
    name,
    text: `${lines.join('\n')}\n`,
    comment: '#',
    limits: [
      ...everywhere,
      ...pathLimits(denied),
      ...countLimit('outsideRepository', denied.paths.length - inside.length),
      { key: 'letterCase' },
      { key: 'ignoreFileUnmanaged' },
      ...own,
    ],
  };
}

// A pattern with a folder in it would count from the root of the repository only, and one with `#` not at all.
function patternOf({ path }: DeniedPath): string {
  return path.includes('/') || path.startsWith('#') ? `**/${path}` : path;
}
