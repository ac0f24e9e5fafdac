import type { Clock } from '../../base/index.ts';
import { type KeptAuthority, type Leaf, makeLeaf } from './authority.ts';

/** The certificate for a host. Rejects for a host that is not inspected. */
export type Leaves = (host: string) => Promise<Leaf>;

type Asked = { readonly hosts: readonly string[]; readonly now: Clock };

const renewedBeforeMs = 86_400_000;

/**
 * Makes each host's certificate once, and again a day before it ends; those who ask meanwhile share it. As many are
 * kept as hosts are inspected.
 */
export function openLeaves(authority: KeptAuthority, { hosts, now }: Asked): Leaves {
  const made = new Map<string, Promise<Leaf>>();
  const fresh = (host: string): Promise<Leaf> => {
    const leaf = makeLeaf(authority, host, now());
    made.set(host, leaf);
    leaf.catch(() => made.delete(host));
    return leaf;
  };
  return async (host) => {
    if (!hosts.includes(host)) throw new RangeError(`not inspected: ${host}`);
    const known = made.get(host);
    const leaf = await (known ?? fresh(host));
    const isFresh = leaf.notAfter.getTime() - now().getTime() > renewedBeforeMs;
    if (isFresh) return leaf;
    const newer = made.get(host);
    return newer !== undefined && newer !== known ? newer : fresh(host);
  };
}
