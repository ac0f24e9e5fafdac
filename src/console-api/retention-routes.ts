import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type RetentionClass, retentionClasses, type RetentionScope } from '../ledger/index.ts';
import {
  certificateFile,
  type ClassState,
  describeClasses,
  dueCalendar,
  type ErasurePlan,
  type ListedHold,
  listCertificates,
  listHolds,
  placeHold,
  planSweep,
  releaseHold,
  sweep,
} from '../retention/index.ts';
import { consoleError } from './errors.ts';
import type { Names } from './exchange-views.ts';
import { sessionOf, tenantOf } from './guard.ts';
import { digestForm, holdForm, parseInput, reasonForm } from './input.ts';
import { namesOf } from './names.ts';
import type { CertificateView, ClassView, HoldView, PlanView, RetentionView, SweptView } from './retention-contract.ts';
import type { ConsoleParts } from './server.ts';

type OfOne = { readonly Params: { readonly id: string } };

/** The routes of lifetimes, holds, sweeps and certificates. */
export function retentionRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { retention } = parts;
  server.get('/api/retention', async (request): Promise<RetentionView> => {
    const tenantId = await tenantOf(request, parts);
    const classes = await describeClasses(retention, tenantId);
    const { exchanges, deletedConversationDays } = retention.lifetimes();
    return {
      classes: classes.map(classView),
      exchanges,
      deletedConversationDays,
      due: await dueCalendar(retention, tenantId),
    };
  });
  server.get('/api/retention/plan', async (request): Promise<PlanView> => {
    return planView(await planSweep(retention, await tenantOf(request, parts)));
  });
  server.post('/api/retention/sweep', async (request): Promise<SweptView> => {
    const { digest } = parseInput(digestForm, request.body);
    const tenantId = await tenantOf(request, parts);
    const plan = await planSweep(retention, tenantId);
    if (plan.digest !== digest) throw consoleError('console_plan_other');
    const { records } = await sweep(retention, tenantId, { reason: 'console', by: await doneBy(request, parts) });
    return { records };
  });
  certificateRoutes(server, parts);
  holdRoutes(server, parts);
}

function certificateRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { retention } = parts;
  server.get('/api/certificates', async (request): Promise<readonly CertificateView[]> => {
    const found = await listCertificates(retention, await tenantOf(request, parts));
    return found.map(({ tombstone, issuedAt, ground, records, by, reason }) => {
      return { id: tombstone, issuedAt, ground, records, by, reason };
    });
  });
  server.get<OfOne>('/api/certificates/:id', async (request, reply) => {
    const text = await certificateFile(retention, await tenantOf(request, parts), request.params.id);
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="erasure-certificate.json"')
      .send(text);
  });
}

function holdRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { retention, store } = parts;
  server.get('/api/holds', async (request): Promise<readonly HoldView[]> => {
    const tenantId = await tenantOf(request, parts);
    const [holds, names] = [await listHolds(retention, tenantId), await namesOf(store, tenantId)];
    return holds.map((hold) => holdView(hold, names));
  });
  server.post('/api/holds', async (request, reply): Promise<{ readonly id: string }> => {
    const { scope: kind, value, reason, until } = parseInput(holdForm, request.body);
    const tenantId = await tenantOf(request, parts);
    const scope = checkedScope({ kind, value: kind === 'all' ? '' : value }, await namesOf(store, tenantId));
    const ends = until === undefined ? undefined : new Date(`${until}T00:00:00.000Z`);
    const by = await doneBy(request, parts);
    const id = await placeHold(retention, { tenantId, scope, until: ends, reason, by });
    reply.status(201);
    return { id };
  });
  server.post<OfOne>('/api/holds/:id/release', async (request, reply) => {
    const { reason } = parseInput(reasonForm, request.body);
    const tenantId = await tenantOf(request, parts);
    await releaseHold(retention, { tenantId, holdId: request.params.id, reason, by: await doneBy(request, parts) });
    return reply.status(204).send();
  });
}

/** Who orders something at the console, as it stands in the ledger and in certificates: a pseudonym, or the console itself. */
export async function doneBy(request: FastifyRequest, parts: ConsoleParts): Promise<string> {
  const { tenantId, personId } = await sessionOf(request, parts);
  return (await namesOf(parts.store, tenantId)).persons.get(personId ?? '') ?? 'console';
}

/** What an erasure would do, as screens show it. */
export function planView({ lines, byHold, rows, digest }: ErasurePlan): PlanView {
  return { lines, byHold, rows: Object.values(rows).reduce((sum, count) => sum + count, 0), digest };
}

function classView({ class: name, anchors, ...state }: ClassState): ClassView {
  const { days, floorDays, ceilingDays, justifiedCeilingDays, records, oldestAt } = state;
  const sources = anchors.map(({ title, url, readOn }) => ({ title, url: url ?? null, readOn }));
  return { name, days, floorDays, ceilingDays, justifiedCeilingDays, anchors: sources, records, oldestAt };
}

function holdView({ scope, ...hold }: ListedHold, names: Names): HoldView {
  const { id, reason, placedBy, placedAt, until, state, releasedBy, releaseReason } = hold;
  const what = names.persons.get(scope.value) ?? names.workspaces.get(scope.value) ?? scope.value;
  return { id, scope: scope.kind, what, reason, placedBy, placedAt, until, state, releasedBy, releaseReason };
}

// A hold on somebody who is not there would keep nothing, and whoever placed it would not know.
function checkedScope(scope: RetentionScope, { persons, workspaces }: Names): RetentionScope {
  const { kind, value } = scope;
  const isKnown =
    kind === 'person'
      ? persons.has(value)
      : kind === 'workspace'
        ? workspaces.has(value)
        : kind === 'class'
          ? retentionClasses.includes(value as RetentionClass)
          : kind === 'all' || value !== '';
  if (!isKnown) throw consoleError('console_input_invalid', { at: 'value' });
  return scope;
}
