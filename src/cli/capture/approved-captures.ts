import { describeCause } from '../../base/index.ts';
import type { CapturesOf } from '../../gateway/index.ts';
import { type CaptureApproval, type FileBooks, listCaptures } from '../../retention/index.ts';

export type ApprovedCaptures = { readonly capturesOf: CapturesOf; readonly end: () => void };

const everyMs = 2_000;
// After this long without the database nothing counts as approved any more.
const staleMs = 30_000;

/**
 * Keeps in memory which captures of a tenant are approved; asked of the database every two seconds. What cannot be asked
 * is, after half a minute, not approved: content is then not captured.
 */
export async function openApprovedCaptures(
  books: FileBooks,
  tenantId: string,
  tell: (event: { readonly kind: 'fault'; readonly cause: string }) => void,
): Promise<ApprovedCaptures> {
  let known: { readonly at: number; readonly approved: readonly CaptureApproval[] } = { at: -Infinity, approved: [] };
  const look = async (): Promise<void> => {
    const at = performance.now();
    const all = await listCaptures(books, tenantId);
    known = { at, approved: all.filter(({ state }) => state === 'approved') };
  };
  await look();
  const timer = setInterval(() => {
    look().catch((fault: unknown) => tell({ kind: 'fault', cause: describeCause(fault) }));
  }, everyMs).unref();
  return {
    capturesOf: (asked) => (asked === tenantId && performance.now() - known.at < staleMs ? known.approved : []),
    end: () => clearInterval(timer),
  };
}
