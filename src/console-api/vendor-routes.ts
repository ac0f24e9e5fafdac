import type { FastifyInstance } from 'fastify';
import { deleteFile, type InventoryFile, listFiles, type Mirror } from '../retention/index.ts';
import { contractAccess } from '../tenancy/index.ts';
import { actorOf, tenantOf } from './guard.ts';
import { dayQuery, parseInput } from './input.ts';
import { namesOf } from './names.ts';
import type { ConsoleParts } from './server.ts';
import type { VendorEntry, VendorFile, VendorView } from './vendor-contract.ts';

const mostFiles = 500;

/** The routes of what vendors still hold. */
export function vendorRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, store } = parts;
  server.get('/api/vendor', async (request): Promise<VendorView> => {
    const tenantId = await tenantOf(request, parts);
    const { on = tenancy.now().toISOString().slice(0, 10) } = parseInput(dayQuery, request.query);
    const [mirror, files] = [await parts.mirrorOn(on), await listFiles(tenancy, tenantId, { withEnded: true })];
    const { persons } = await namesOf(store, tenantId);
    return { ...mirrorView(mirror), files: files.slice(0, mostFiles).map((file) => fileView(file, persons)) };
  });
  server.post<{ Params: { id: string } }>('/api/vendor/files/:id/delete', async (request) => {
    const tenantId = await tenantOf(request, parts);
    const accessOf = (contractId: string) => contractAccess(tenancy, tenantId, contractId);
    const deletion = { tenantId, vendorFileId: request.params.id, actor: await actorOf(request, parts) };
    return { answer: await deleteFile(tenancy, accessOf, deletion) };
  });
}

function mirrorView({ on, entries, untold }: Mirror): Omit<VendorView, 'files'> {
  return {
    on,
    entries: entries.map(entryView),
    untold: untold.map(({ kind, holder, since, facts }) => ({
      kind,
      contract: holder?.contract ?? '',
      since: since ?? null,
      facts: facts.map(({ id }) => id),
    })),
  };
}

function entryView(entry: Mirror['entries'][number]): VendorEntry {
  const { vendor, plan, contract, isPossible, due, count, answerBytes, labels } = entry;
  const [on, why] = [due.kind === 'on' ? due.on : null, due.kind === 'unknown' ? due.why : null];
  const what = { vendor, plan, contract, class: entry.class, isPossible, count, answerBytes, labels };
  return { ...what, due: { kind: due.kind, on, why } };
}

function fileView(file: InventoryFile, persons: ReadonlyMap<string, string>): VendorFile {
  const { vendorFileId: id, name, label, bytes, uploadedAt, expiresAt, personId, endedAs } = file;
  const person = persons.get(personId ?? '') ?? null;
  return { id, name: name ?? null, label, bytes, uploadedAt, expiresAt, person, state: endedAs ?? 'held' };
}
