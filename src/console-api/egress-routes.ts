import type { FastifyInstance } from 'fastify';
import { crossCheck } from '../evidence/index.ts';
import { type FlowLine, listExchanges, readFlows, readInspected } from '../ledger/index.ts';
import { readSightings } from '../sightings/index.ts';
import { listContracts } from '../tenancy/index.ts';
import { aroundView } from './around-view.ts';
import type { AroundView, ExplainedView, FlowsView, ShadowView, WaysView } from './egress-contract.ts';
import { audienceOf, devicesOfPersons, flowView, sourceNamesOf, uninspectableView } from './egress-views.ts';
import { tenantOf } from './guard.ts';
import { explainQuery, flowQuery, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';
import { shadowView } from './shadow-view.ts';
import { waysOf } from './ways.ts';

const days = 7;
const dayMs = 86_400_000;
const flowsRead = 2_000;
const mostShown = 200;
const exchangesRead = 1_000;
const shadowDays = 30;

/** What is asked about the forward proxy: connections, ways, ways around, and what would become of one. */
export function egressRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, egress } = parts;
  server.get('/api/egress/flows', async (request) =>
    flowsOf(parts, await tenantOf(request, parts), parseInput(flowQuery, request.query)),
  );
  server.get('/api/egress/ways', async (request) => waysView(parts, await tenantOf(request, parts)));
  server.get('/api/egress/around', async (request): Promise<AroundView> => {
    const tenantId = await tenantOf(request, parts);
    const { sightings } = await readSightings(tenancy, tenantId, since(parts).toISOString().slice(0, 10));
    const told = { sightings, gateways: egress.gateways };
    const crossed = await crossCheck({ books: tenancy, tenantId, now: tenancy.now(), told });
    const exchanges = await listExchanges(tenancy, tenantId, { limit: exchangesRead });
    const devices = await devicesOfPersons(tenancy, tenantId, exchanges);
    const names = await sourceNamesOf(tenancy, tenantId);
    return { proxy: egress.proxy, ...aroundView(crossed, { ...names, devices }) };
  });
  server.get('/api/egress/shadow', async (request) => shadowOf(parts, await tenantOf(request, parts)));
  server.get('/api/egress/explain', async (request): Promise<ExplainedView> => {
    const { connection } = parseInput(explainQuery, request.query);
    return { ...egress.explain(connection), proxy: egress.proxy };
  });
}

async function shadowOf({ tenancy }: ConsoleParts, tenantId: string): Promise<ShadowView> {
  const today = tenancy.now().getTime();
  const dayAgo = (count: number): string => new Date(today - count * dayMs).toISOString().slice(0, 10);
  const shown = Array.from({ length: shadowDays }, (_, index) => dayAgo(shadowDays - 1 - index));
  const from = new Date(`${shown[0]}T00:00:00Z`);
  const { flows } = await readFlows(tenancy, tenantId, { from, limit: flowsRead });
  const read = await readSightings(tenancy, tenantId, from.toISOString().slice(0, 10));
  return shadowView({ read, flows, names: await sourceNamesOf(tenancy, tenantId), days: shown });
}

function since({ tenancy }: ConsoleParts): Date {
  return new Date(tenancy.now().getTime() - days * dayMs);
}

type FlowQuestion = ReturnType<typeof flowQuery.parse>;

async function flowsOf(parts: ConsoleParts, tenantId: string, query: FlowQuestion): Promise<FlowsView> {
  const { tenancy, egress } = parts;
  const { flows, isCut } = await readFlows(tenancy, tenantId, { from: since(parts), limit: flowsRead });
  const { requests, uninspectable } = await readInspected(tenancy, tenantId, { from: since(parts), limit: flowsRead });
  const names = await sourceNamesOf(tenancy, tenantId);
  return {
    proxy: egress.proxy,
    flows: flows
      .filter((flow) => isAsked(flow, query))
      .slice(0, mostShown)
      .map((flow) => flowView(flow, { ...names, requests })),
    uninspectable: uninspectable.slice(0, mostShown).map((each) => uninspectableView(each, names)),
    read: flows.length,
    days,
    isCut,
    vendors: valuesOf(flows, 'vendor'),
    purposes: valuesOf(flows, 'purpose'),
  };
}

function isAsked(flow: FlowLine, { vendor, purpose, effect, audience }: FlowQuestion): boolean {
  return (
    (vendor === undefined || vendor === flow.vendor) &&
    (purpose === undefined || purpose === flow.purpose) &&
    (effect === undefined || effect === flow.effect) &&
    (audience === undefined || audience === audienceOf(flow))
  );
}

function valuesOf(flows: readonly FlowLine[], name: 'vendor' | 'purpose'): readonly string[] {
  return [...new Set(flows.flatMap((flow) => flow[name] ?? []))].toSorted();
}

async function waysView(parts: ConsoleParts, tenantId: string): Promise<WaysView> {
  const { tenancy, rules } = parts;
  const from = since(parts);
  const { flows, isCut } = await readFlows(tenancy, tenantId, { from, limit: flowsRead });
  const exchanges = await listExchanges(tenancy, tenantId, { from: from.toISOString(), limit: exchangesRead });
  const contracts = await listContracts(tenancy, tenantId);
  const plans = rules.inForce().catalogue.plans(tenancy.now());
  const names = await sourceNamesOf(tenancy, tenantId);
  return {
    ways: waysOf({ flows, exchanges, contracts, plans, names }),
    days,
    exchanges: exchanges.length,
    connections: flows.length,
    isCut: isCut || exchanges.length === exchangesRead,
  };
}
