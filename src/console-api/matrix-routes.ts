import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listContracts, listWorkspaces } from '../tenancy/index.ts';
import { dayOf } from './catalogue-routes.ts';
import { startOf } from './catalogue-views.ts';
import { matrixCsvQuery, matrixQuery, parseInput } from './input.ts';
import { matrixCsv } from './matrix-csv.ts';
import { matrixOf, type MatrixOfPlan, type MatrixWish, rowViews } from './matrix-views.ts';
import type { MatrixQuery, MatrixView } from './policy-contract.ts';
import { reasonsOf } from './policy-views.ts';
import type { ConsoleParts } from './server.ts';
import { tenantOf } from './guard.ts';

const mostRemembered = 16;

/** The routes that show what may go to which plan. */
export function matrixRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  // Some thousand decisions each: the same question is asked again by every reader and every look.
  const remembered = new Map<string, Promise<readonly MatrixOfPlan[]>>();
  const build = (wish: MatrixWish, catalogueDigest: string): Promise<readonly MatrixOfPlan[]> => {
    const key = JSON.stringify([wish.policy.version, catalogueDigest, wish.on, wish.workspace]);
    const known = remembered.get(key);
    if (known) return known;
    const built = matrixOf(wish);
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
    remembered.set(key, built);
    return built;
  };
  const view = async (request: FastifyRequest, query: MatrixQuery): Promise<MatrixView> => {
    const tenantId = await tenantOf(request, parts);
    const { on = dayOf(parts.tenancy.now()), workspace } = query;
    const { policy, catalogue } = parts.rules.inForce();
    const wish = { policy, plans: catalogue.plans(startOf(on)), on, workspace: workspace ?? '' };
    const [built, contracts, workspaces] = await Promise.all([
      build(wish, catalogue.digest),
      listContracts(parts.tenancy, tenantId),
      listWorkspaces(parts.store, tenantId),
    ]);
    const named = [...Object.keys(policy.configuration.workspaces), ...workspaces.map(({ name }) => name)];
    const rows = built.flatMap((ofPlan) => rowViews(ofPlan, wish, contracts));
    return {
      policyVersion: policy.version,
      catalogueVersion: catalogue.version,
      on,
      workspace: workspace ?? null,
      workspaces: [...new Set(named)].toSorted(),
      labels: policy.labels.all.map(({ name, needsZdr, neverLeaves }) => ({ name, needsZdr, neverLeaves })),
      rows,
      reasons: reasonsOf(
        policy,
        rows.flatMap(({ cells }) => cells.flatMap(({ reasons }) => reasons)),
      ),
    };
  };
  server.get('/api/matrix', (request) => view(request, parseInput(matrixQuery, request.query)));
  server.get('/api/matrix.csv', async (request, reply) => {
    const { language = 'en', ...query } = parseInput(matrixCsvQuery, request.query);
    const matrix = await view(request, query);
    const name = `octroi-matrix-${matrix.on}.csv`;
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
    return matrixCsv(matrix, language);
  });
}
