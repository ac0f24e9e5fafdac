import type { FastifyInstance } from 'fastify';
import type { CatalogueView, ClaimsView } from './catalogue-contract.ts';
import { catalogueView, claimsView, type Moment } from './catalogue-views.ts';
import { dayQuery, parseInput } from './input.ts';
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
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
