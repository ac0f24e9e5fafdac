import { decideByFindings, type HookCase, type HookDecision } from '../hooks/decide-by-findings.ts';
import { Labels } from '../labels/labels.ts';
import type { PolicyBundle } from './bundle.ts';

/**
 * The decision on a hook as the post would make it: first whether the file it names may leave at all, then what was found
 * in its text.
 */
export function decideByBundle(
  bundle: PolicyBundle,
  asked: HookCase & { readonly path: string | undefined },
): HookDecision {
  const label = asked.path === undefined ? undefined : labelOf(bundle, asked.path);
  if (label?.isBlocked) return { verdict: 'block', reasons: label.reasons, texts: label.texts };
  return decideByFindings(asked);
}

function labelOf({ labels, defaultLabel }: PolicyBundle, path: string) {
  const all = labels.map(({ name, paths, except }) => ({
    name,
    paths,
    except,
    detectors: [],
    needsZdr: false,
    neverLeaves: false,
  }));
  return labels[new Labels(all, defaultLabel).ofPath(path)];
}
