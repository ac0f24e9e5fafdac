/** What this browser knows of a log from before: the keys it took, and the last head that held. */
export type KnownLog = { readonly keys: readonly string[]; readonly checkpoint: string };

/** The name of the log and the number of entries that a signed head speaks of (C2SP tlog-checkpoint). */
export function readHead(checkpoint: string): { readonly origin: string; readonly size: number } {
  const [origin = '', size = ''] = checkpoint.split('\n');
  return { origin, size: Number(size) };
}

/** What this browser kept of a log, or undefined: nothing was kept, or not by us, or the browser keeps nothing. */
export function knownLog(origin: string): KnownLog | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(origin)) ?? 'null');
    return isKnownLog(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was verified, so that the next look is held against it. */
export function rememberLog(log: KnownLog): void {
  try {
    localStorage.setItem(nameOf(readHead(log.checkpoint).origin), JSON.stringify(log));
  } catch {
    // Where the browser keeps nothing, each look is the first one, and says so.
  }
}

function nameOf(origin: string): string {
  return `octroi.log ${origin}`;
}

function isKnownLog(kept: unknown): kept is KnownLog {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'keys' in kept &&
    Array.isArray(kept.keys) &&
    kept.keys.every((key) => typeof key === 'string') &&
    'checkpoint' in kept &&
    typeof kept.checkpoint === 'string'
  );
}
