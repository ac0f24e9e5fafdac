import type { FastifyInstance, FastifyReply } from 'fastify';
import { appendWithin, type Actor, latestRecords } from '../ledger/index.ts';
import type { PackWish } from '../evidence/index.ts';
import { consoleError } from './errors.ts';
import { actorOf, tenantOf } from './guard.ts';
import { packForm, parseInput, sharedQuery, shareForm } from './input.ts';
import { namesOf } from './names.ts';
import type { PacksView, SharedView } from './posture-contract.ts';
import type { ConsoleParts } from './server.ts';

/** Makes packs, one at a time, and keeps them as files beside the post. */
export type PackDesk = {
  /** Begins to make one; what becomes of it is told by `state`. @throws evidence_period_invalid for a period that is none */
  begin(wish: PackWish, actor: Actor): Promise<void>;
  state(): { readonly isMaking: boolean; readonly fault: string | null };
  /** The ZIP; undefined where it is not kept here. */
  read(packId: string): Promise<Buffer | undefined>;
  kept(): Promise<ReadonlySet<string>>;
};

type OfOne = { readonly Params: { readonly id: string } };

const mostListed = 50;
const dayMs = 86_400_000;
const shareContext = 'evidence-pack-share';

/** The routes that make packs of evidence, hand them out, and share them with whoever has a link. */
export function packRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { packs, store } = parts;
  server.get('/api/packs', async (request): Promise<PacksView> => listOf(parts, await tenantOf(request, parts)));
  server.post('/api/packs', async (request, reply) => {
    const { from, until, workspace, language } = parseInput(packForm, request.body);
    const tenantId = await tenantOf(request, parts);
    if (packs.state().isMaking) throw consoleError('console_pack_busy');
    const name = workspace === undefined ? undefined : (await namesOf(store, tenantId)).workspaces.get(workspace);
    if (workspace !== undefined && name === undefined)
      throw consoleError('console_input_invalid', { fields: 'workspace' });
    const scope = workspace === undefined || name === undefined ? undefined : { id: workspace, name };
    await packs.begin({ period: { from, until }, scope, language }, await actorOf(request, parts));
    return reply.status(202).send(await listOf(parts, tenantId));
  });
  server.get<OfOne>('/api/packs/:id', async (request, reply) => handOut(parts, request.params.id, reply));
  sharing(server, parts);
}

function sharing(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy } = parts;
  server.post<OfOne>('/api/packs/:id/share', async (request): Promise<SharedView> => {
    const { days } = parseInput(shareForm, request.body);
    const tenantId = await tenantOf(request, parts);
    const packId = request.params.id;
    if (!(await parts.packs.kept()).has(packId)) throw consoleError('console_pack_unknown');
    const now = tenancy.now();
    const expiresAt = new Date(now.getTime() + days * dayMs).toISOString();
    const actor = await actorOf(request, parts);
    const record = { kind: 'evidence_pack_shared', packId, expiresAt, actor } as const;
    await tenancy.store.inTenant(tenantId, (db) =>
      appendWithin(db, tenancy.recordKeys, { ...record, id: tenancy.newId(), tenantId, recordedAt: now.toISOString() }),
    );
    const sealed = tenancy.vault.seal(Buffer.from(JSON.stringify({ packId, expiresAt })), shareContext);
    return { address: `/api/shared-pack?token=${sealed.toString('base64url')}`, expiresAt };
  });
  server.get('/api/shared-pack', async (request, reply) => {
    const { token } = parseInput(sharedQuery, request.query);
    return handOut(parts, packOf(parts, token), reply);
  });
}

// The link is sealed under the master key: what it opens, and until when, cannot be written by anybody else.
function packOf({ tenancy }: ConsoleParts, token: string): string {
  try {
    const opened = tenancy.vault.unseal(Buffer.from(token, 'base64url'), shareContext);
    const { packId, expiresAt } = JSON.parse(opened.toString('utf8')) as { packId: string; expiresAt: string };
    if (expiresAt > tenancy.now().toISOString()) return packId;
  } catch {
    // Told below: nothing is said of why, to whoever guesses.
  }
  throw consoleError('console_pack_link_over');
}

async function handOut({ packs }: ConsoleParts, packId: string, reply: FastifyReply) {
  const zip = await packs.read(packId);
  if (!zip) throw consoleError('console_pack_unknown');
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', 'attachment; filename="octroi-evidence.zip"')
    .send(zip);
}

async function listOf({ tenancy, packs, store }: ConsoleParts, tenantId: string): Promise<PacksView> {
  const made = await latestRecords(tenancy, tenantId, { kind: 'evidence_pack_made', limit: mostListed });
  const [names, kept] = [await namesOf(store, tenantId), await packs.kept()];
  return {
    ...packs.state(),
    packs: made.map(({ packId: id, recordedAt: madeAt, from, until, workspaceId, language, digest, bytes, actor }) => ({
      id,
      madeAt,
      from,
      until,
      language,
      digest,
      bytes,
      scope: workspaceId === undefined ? null : (names.workspaces.get(workspaceId) ?? workspaceId),
      by: typeof actor === 'object' ? (names.persons.get(actor.personId) ?? null) : null,
      isKept: kept.has(id),
    })),
  };
}
