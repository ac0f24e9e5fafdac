import type { DeniedPaths } from './denied-paths.ts';
import type { Limit } from './target.ts';

/** What no file for another program can do: look into content, know the person, answer for findings. */
export const everywhere: readonly Limit[] = [{ key: 'content' }, { key: 'person' }];

/** What a list of paths leaves out, for the programs that take one. */
export function pathLimits({ byDetectors }: DeniedPaths): readonly Limit[] {
  return byDetectors.length === 0 ? [] : [{ key: 'detectors', args: { labels: byDetectors.join(', ') } }];
}

/** A limit where something could not be expressed; none where everything could. */
export function countLimit(key: string, count: number): readonly Limit[] {
  return count === 0 ? [] : [{ key, args: { count } }];
}
