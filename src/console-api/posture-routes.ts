import type { FastifyInstance } from 'fastify';
import { readPosture } from '../evidence/index.ts';
import { listContracts } from '../tenancy/index.ts';
import { tenantOf } from './guard.ts';
import type { PostureView } from './posture-contract.ts';
import type { ConsoleParts } from './server.ts';
import { toldByRooms } from './told-by-rooms.ts';

/** The route that shows which controls are met. */
export function postureRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, rules, fleet, egress } = parts;
  server.get('/api/posture', async (request): Promise<PostureView> => {
    const tenantId = await tenantOf(request, parts);
    const { policy, catalogue } = rules.inForce();
    const held = await listContracts(tenancy, tenantId);
    const now = tenancy.now();
    const told = await toldByRooms({ books: tenancy, tenantId, now, ...fleet, gateways: egress.gateways });
    return readPosture({ books: tenancy, tenantId, now, policy, catalogue, held, told });
  });
}
