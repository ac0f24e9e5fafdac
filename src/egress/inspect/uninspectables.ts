import type { Clock } from '../../base/index.ts';

/** Clients that did not take the post's certificate for a host, each by its source, its program and that host. */
export type Uninspectables = {
  readonly has: (key: string) => boolean;
  readonly remember: (key: string) => void;
};

type Asked = { readonly lastsMs: number; readonly now: Clock };

const most = 10_000;

/** They are remembered in memory: a post that starts anew learns of each by one handshake that breaks off. */
export function openUninspectables({ lastsMs, now }: Asked): Uninspectables {
  const until = new Map<string, number>();
  return {
    has: (key) => (until.get(key) ?? 0) > now().getTime(),
    remember: (key) => {
      // The oldest goes, so that nobody fills the memory by breaking off.
      const [oldest] = until.keys();
      if (until.size >= most && oldest !== undefined) until.delete(oldest);
      until.delete(key);
      until.set(key, now().getTime() + lastsMs);
    },
  };
}
