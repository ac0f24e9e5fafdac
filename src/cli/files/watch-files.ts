import { describeCause } from '../../base/index.ts';
import { listFiles, overdueFiles, reconcile } from '../../retention/index.ts';
import { contractAccess, listContracts } from '../../tenancy/index.ts';
import type { Installation } from '../wire.ts';

/** What the inventory of files tells an operator. Holds counts, ids and codes. */
export type FilesEvent =
  | { readonly kind: 'files_overdue'; readonly count: number; readonly bytes: number }
  | { readonly kind: 'files_differ'; readonly contractId: string; readonly gone: number; readonly foreign: number }
  | { readonly kind: 'files_unread'; readonly contractId: string; readonly code: string };

export type FilesWatch = Pick<Installation, 'tenancy' | 'tenant' | 'settings'> & {
  readonly tell: (event: FilesEvent) => void;
};

/**
 * On schedule, compares the inventory with the list of each vendor where files lie, and reminds of those that have lain
 * there for long. Contracts under which nothing was ever uploaded are not asked.
 * @returns ends the watch.
 */
export function startFilesWatch(watch: FilesWatch): () => void {
  const { reconcileEveryMs } = watch.settings.files;
  if (reconcileEveryMs === 0) return () => {};
  const timer = setInterval(() => void watchFiles(watch), reconcileEveryMs).unref();
  return () => clearInterval(timer);
}

/** One round. Never rejects: what went wrong is told. */
export async function watchFiles({ tenancy, tenant, settings, tell }: FilesWatch): Promise<void> {
  const tenantId = tenant.id;
  try {
    const contracts = await listContracts(tenancy, tenantId);
    const before = await listFiles(tenancy, tenantId);
    for (const { id: contractId } of contracts)
      if (before.some((file) => file.contractId === contractId)) await compare(contractId);
    const afterDays = settings.files.remindAfterDays;
    const overdue = overdueFiles(await listFiles(tenancy, tenantId), { afterDays, now: tenancy.now() });
    const bytes = overdue.reduce((sum, file) => sum + file.bytes, 0);
    if (overdue.length > 0) tell({ kind: 'files_overdue', count: overdue.length, bytes });
  } catch (fault) {
    tell({ kind: 'files_unread', contractId: '', code: describeCause(fault) });
  }

  async function compare(contractId: string): Promise<void> {
    try {
      const access = await contractAccess(tenancy, tenantId, contractId);
      if (!access) return;
      const { gone, foreign } = await reconcile(tenancy, access, { tenantId, contractId, actor: 'schedule' });
      if (gone.length + foreign.length > 0)
        tell({ kind: 'files_differ', contractId, gone: gone.length, foreign: foreign.length });
    } catch (fault) {
      tell({ kind: 'files_unread', contractId, code: describeCause(fault) });
    }
  }
}
