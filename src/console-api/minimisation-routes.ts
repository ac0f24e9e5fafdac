import type { FastifyInstance } from 'fastify';
import { exportRecords, type LedgerRecord } from '../ledger/index.ts';
import { mondayOf, Tally } from '../minimisation/index.ts';
import { listWorkspaces } from '../tenancy/index.ts';
import { tenantOf } from './guard.ts';
import type { MinimisationView } from './minimisation-contract.ts';
import type { ConsoleParts } from './server.ts';

const weeksShown = 8;
const weekMs = 7 * 86_400_000;
// Opening more than these takes seconds; `octroi minimisation` reads them all.
const mostExchanges = 20_000;
const keptMs = 60_000;

type Kept = { readonly at: number; readonly view: Promise<MinimisationView> };

/** The route that adds up what left. Its sums are kept for a minute, since whoever looks at them asks again. */
export function minimisationRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const kept = new Map<string, Kept>();
  server.get('/api/minimisation', async (request): Promise<MinimisationView> => {
    const tenantId = await tenantOf(request, parts);
    const now = parts.tenancy.now().getTime();
    const last = kept.get(tenantId);
    if (last && now - last.at < keptMs) return last.view;
    const view = read(parts, tenantId);
    kept.set(tenantId, { at: now, view });
    view.catch(() => kept.delete(tenantId)); // The next one asks anew; this one is told the fault.
    return view;
  });
}

async function read({ tenancy, store }: ConsoleParts, tenantId: string): Promise<MinimisationView> {
  const from = mondayOf(new Date(tenancy.now().getTime() - (weeksShown - 1) * weekMs).toISOString());
  const tally = new Tally();
  let looked = 0;
  for await (const text of exportRecords(tenancy, tenantId, { from, kinds: ['exchange_declared'] })) {
    const record = JSON.parse(text) as LedgerRecord;
    if (record.kind === 'exchange_declared') tally.add(record);
    looked += 1;
    if (looked >= mostExchanges) break;
  }
  const names = new Map((await listWorkspaces(store, tenantId)).map(({ id, name }) => [id, name]));
  const { byKind, weeks, exchanges, stopped, countsOnly, unread, distinctFiles } = tally.result();
  return {
    from,
    exchanges,
    stopped,
    countsOnly,
    isPartial: looked >= mostExchanges,
    kinds: byKind.map(({ kind, parts, bytes, firstBytes }) => ({ kind, parts, bytes, firstBytes })),
    unread,
    distinctFiles,
    weeks: weeks.map(({ week, workspaceId, exchanges: count, bytes, firstBytes }) => ({
      week,
      workspace: names.get(workspaceId) ?? workspaceId,
      exchanges: count,
      bytes,
      firstBytes,
    })),
  };
}
