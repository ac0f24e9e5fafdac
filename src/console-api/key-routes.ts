import type { FastifyInstance } from 'fastify';
import { createKey, listKeys, revokeKey } from '../tenancy/index.ts';
import type { KeyView, NewKeyView } from './contract.ts';
import { newKeyForm, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';
import { actorOf, tenantOf } from './guard.ts';

/** The routes that hand out and end octroi keys. */
export function keyRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, directory } = parts;
  server.get('/api/keys', async (request): Promise<readonly KeyView[]> => {
    const keys = await listKeys(tenancy, await tenantOf(request, parts));
    return keys.map(({ pseudonym, workspaceName, ...key }) => ({
      ...key,
      person: pseudonym,
      workspace: workspaceName,
    }));
  });
  server.post('/api/keys', async (request, reply): Promise<NewKeyView> => {
    const tenantId = await tenantOf(request, parts);
    const { person, workspace, language, days } = parseInput(newKeyForm, request.body);
    const wanted = { personName: person, workspaceName: workspace, language, validDays: days };
    const made = await createKey(tenancy, { tenantId, ...wanted, actor: await actorOf(request, parts) });
    reply.status(201);
    return {
      key: made.key,
      id: made.id,
      person: made.pseudonym,
      workspace: made.workspaceName,
      expiresAt: made.expiresAt,
    };
  });
  server.post<{ Params: { id: string } }>('/api/keys/:id/revoke', async (request, reply) => {
    const tenantId = await tenantOf(request, parts);
    await revokeKey(tenancy, { tenantId, keyId: request.params.id, actor: await actorOf(request, parts) });
    directory.forget(tenantId);
    return reply.status(204).send();
  });
}
