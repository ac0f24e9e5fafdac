import type { FastifyInstance } from 'fastify';
import { listContracts, resumeContract } from '../tenancy/index.ts';
import { dayOf } from './catalogue-routes.ts';
import { contractViews } from './contract-views.ts';
import type { ContractView } from './policy-contract.ts';
import type { ConsoleParts } from './server.ts';
import { actorOf, tenantOf } from './guard.ts';

/** The routes that show contracts, and let one that was stopped go on. */
export function contractRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, directory, rules } = parts;
  server.get('/api/contracts', async (request): Promise<readonly ContractView[]> => {
    const held = await listContracts(tenancy, await tenantOf(request, parts));
    const { policy, catalogue } = rules.inForce();
    return contractViews({ held, policy, catalogue, today: dayOf(tenancy.now()) });
  });
  server.post<{ Params: { id: string } }>('/api/contracts/:id/resume', async (request, reply) => {
    const tenantId = await tenantOf(request, parts);
    await resumeContract(tenancy, { tenantId, contractId: request.params.id, actor: await actorOf(request, parts) });
    directory.forget(tenantId);
    return reply.status(204).send();
  });
}
