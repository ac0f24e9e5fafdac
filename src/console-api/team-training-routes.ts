import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf } from '../messages/index.ts';
import { announceChange, resolvePerson } from '../tenancy/index.ts';
import { grantExemption, readTeam } from '../training/index.ts';
import { actorOf, tenantOf } from './guard.ts';
import { exemptionForm, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';
import type { ExemptionView, TeamView } from './training-contract.ts';
import { teamCsv, teamView, trainingRulesOf } from './training-views.ts';

/** The routes about whose training holds, and about letting somebody send without it. */
export function teamTrainingRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy } = parts;
  const view = async (request: FastifyRequest): Promise<TeamView> => {
    const rules = trainingRulesOf(parts.rules.inForce());
    const team = await readTeam(tenancy, await tenantOf(request, parts), { rules, now: tenancy.now() });
    return teamView(team, rules, languageOf(request.headers['accept-language']));
  };
  server.get('/api/trainings', view);
  server.get('/api/trainings.csv', async (request, reply) => {
    const name = `octroi-trainings-${tenancy.now().toISOString().slice(0, 10)}.csv`;
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
    return teamCsv(await view(request));
  });
  server.post('/api/trainings/exemptions', async (request, reply): Promise<ExemptionView> => {
    const { person, hours, reason } = parseInput(exemptionForm, request.body);
    const tenantId = await tenantOf(request, parts);
    const personId = await resolvePerson(tenancy, { tenantId, person });
    const actor = await actorOf(request, parts);
    const granted = { tenantId, personId, hours, reason, actor };
    const until = await grantExemption({ ...tenancy, announce: announceChange }, granted);
    parts.directory.forget(tenantId);
    reply.status(201);
    return { until };
  });
}
