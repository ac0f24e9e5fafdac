import type { FastifyInstance } from 'fastify';
import type { CatalogueView, ClaimsView } from './catalogue-contract.ts';
import { catalogueThen, comparePlans, parseWeights } from '../evaluation/index.ts';
import { catalogueView, claimsView, type Moment, startOf } from './catalogue-views.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { comparisonQuery, dayQuery, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';
import { tenantOf } from './guard.ts';

/** The routes that show what vendors promise, and the white paper's statements against it. */
export function catalogueRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const momentOf = (query: unknown): Moment => {
    const today = dayOf(parts.tenancy.now());
    const { on = today } = parseInput(dayQuery, query);
    return { catalogue: parts.rules.inForce().catalogue, on, today };
  };
  server.get('/api/catalogue', async (request): Promise<CatalogueView> => {
    await tenantOf(request, parts);
    return catalogueView(momentOf(request.query));
  });
  server.get('/api/claims', async (request): Promise<ClaimsView> => {
    await tenantOf(request, parts);
    return claimsView(momentOf(request.query));
  });
  server.get('/api/comparison.csv', async (request, reply) => {
    const tenantId = await tenantOf(request, parts);
    const { language = 'en', weight = [], on: asked } = parseInput(comparisonQuery, request.query);
    const { catalogue, on, today } = momentOf({ on: asked });
    const day = startOf(on);
    const plans = comparePlans({ catalogue, on: day, today: startOf(today), weights: parseWeights([weight].flat()) });
    const then = await catalogueThen(parts.tenancy, tenantId, day);
    const frame = { on, catalogueVersion: catalogue.version, catalogueThen: then };
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="octroi-plans-${on}.csv"`);
    return comparisonCsv(plans, frame, language);
  });
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
