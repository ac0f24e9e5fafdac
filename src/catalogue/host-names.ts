import type { Host } from './schema/network.ts';

/** How a host that has no fixed name is called here: npm's registry is whatever npm's configuration says. */
export type HostSymbols = { readonly npmRegistry?: string | undefined };

/** The entries whose pattern takes in `name`, the most specific first. `name` may end in a dot or carry a port. */
export function hostsNamed<Entry extends Pick<Host, 'pattern'>>(
  hosts: readonly Entry[],
  name: string,
  { npmRegistry }: HostSymbols,
): readonly Entry[] {
  const plain = name.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return hosts
    .filter(({ pattern }) => takesIn(pattern === 'npm-registry' ? (npmRegistry ?? '') : pattern, plain))
    .toSorted((one, other) => specificity(other.pattern) - specificity(one.pattern));
}

function takesIn(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern.toLowerCase() === name;
  const labels = pattern.split('.');
  const found = name.split('.');
  if (found.includes('')) return false;
  const isOpen = labels[0] === '*';
  const [rest, tail] = isOpen ? [labels.slice(1), found.slice(-(labels.length - 1))] : [labels, found];
  if (isOpen ? found.length < labels.length : found.length !== labels.length) return false;
  return rest.every((label, index) => label === '*' || label === tail[index]);
}

// A name without a star goes before any with one; of two with stars, the one that fixes more labels.
function specificity(pattern: string): number {
  const labels = pattern.split('.');
  return pattern.includes('*') ? labels.filter((label) => label !== '*').length : 1_000 + labels.length;
}
