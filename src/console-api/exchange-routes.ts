import type { FastifyInstance } from 'fastify';
import { findExchange, listExchanges } from '../ledger/index.ts';
import type { ExchangePage, ExchangeView, NamesView } from './contract.ts';
import { summaryOf, viewOf } from './exchange-views.ts';
import { cursorOf, exchangeQuery, parseCursor, parseInput } from './input.ts';
import { namesOf } from './names.ts';
import type { ConsoleParts } from './server.ts';
import { tenantOf } from './guard.ts';

const pageSize = 50;

const listed = (names: ReadonlyMap<string, string>) => [...names].map(([id, name]) => ({ id, name }));

/** The routes that show what left. */
export function exchangeRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { store, tenancy } = parts;
  server.get('/api/names', async (request): Promise<NamesView> => {
    const names = await namesOf(store, await tenantOf(request, parts));
    return { persons: listed(names.persons), workspaces: listed(names.workspaces) };
  });
  server.get('/api/exchanges', async (request): Promise<ExchangePage> => {
    const tenantId = await tenantOf(request, parts);
    const { person, workspace, kind, before, ...rest } = parseInput(exchangeQuery, request.query);
    const filter = { ...rest, personId: person, workspaceId: workspace, partKind: kind, before: parseCursor(before) };
    const found = await listExchanges(tenancy, tenantId, { ...filter, limit: pageSize + 1 });
    const page = found.slice(0, pageSize);
    const names = await namesOf(store, tenantId);
    const last = found.length > pageSize ? page.at(-1) : undefined;
    return { exchanges: page.map((exchange) => summaryOf(exchange, names)), next: last ? cursorOf(last.began) : null };
  });
  server.get<{ Params: { id: string } }>('/api/exchanges/:id', async (request): Promise<ExchangeView> => {
    const tenantId = await tenantOf(request, parts);
    return viewOf(await findExchange(tenancy, tenantId, request.params.id), await namesOf(store, tenantId));
  });
}
