import type { FastifyInstance } from 'fastify';
import { readPosture } from '../evidence/index.ts';
import { listContracts } from '../tenancy/index.ts';
import { tenantOf } from './guard.ts';
import type { PostureView } from './posture-contract.ts';
import type { ConsoleParts } from './server.ts';

/** The route that shows which controls are met. */
export function postureRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, rules } = parts;
  server.get('/api/posture', async (request): Promise<PostureView> => {
    const tenantId = await tenantOf(request, parts);
    const { policy, catalogue } = rules.inForce();
    const held = await listContracts(tenancy, tenantId);
    return readPosture({ books: tenancy, tenantId, now: tenancy.now(), policy, catalogue, held });
  });
}
