import type { FastifyInstance, FastifyRequest } from 'fastify';
import { appendWithin } from '../ledger/index.ts';
import { personName } from '../tenancy/index.ts';
import type { ApprovalView, RevealedView } from './access-contract.ts';
import type { NamedView } from './contract.ts';
import { confirmedAct, decideAct, type DualRequest, listActs, requestAct } from './dual-control.ts';
import { consoleError } from './errors.ts';
import { namedPerson } from './egress-views.ts';
import type { Names } from './exchange-views.ts';
import { personOf, sessionOf, tenantOf } from './guard.ts';
import { parseInput, revealForm } from './input.ts';
import { namesOf } from './names.ts';
import type { ConsoleParts } from './server.ts';

type OfRequest = { readonly Params: { readonly id: string } };

/** The routes of acts that take two persons, and of the first of them: the name behind a pseudonym. */
export function approvalRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, store } = parts;
  server.get('/api/approvals', async (request): Promise<readonly ApprovalView[]> => {
    const { tenantId, personId } = await sessionOf(request, parts);
    const [acts, names] = [await listActs(tenancy, tenantId), await namesOf(store, tenantId)];
    return acts.map((act) => approvalView(act, { names, reader: personId, now: tenancy.now() }));
  });
  server.post('/api/approvals/reveal', async (request, reply): Promise<{ readonly id: string }> => {
    const person = await personOf(request, parts);
    const { personId: subjectId, reason } = parseInput(revealForm, request.body);
    const { persons } = await namesOf(store, await tenantOf(request, parts));
    if (!persons.has(subjectId)) throw consoleError('console_person_unknown');
    reply.status(201);
    return { id: await requestAct(tenancy, person, { act: 'reveal_person', subjectId, reason }) };
  });
  const decide = async (request: FastifyRequest<OfRequest>, isConfirmed: boolean): Promise<void> =>
    decideAct(tenancy, await personOf(request, parts), { id: request.params.id, isConfirmed });
  server.post<OfRequest>('/api/approvals/:id/confirm', async (request, reply) => {
    await decide(request, true);
    return reply.status(204).send();
  });
  server.post<OfRequest>('/api/approvals/:id/decline', async (request, reply) => {
    await decide(request, false);
    return reply.status(204).send();
  });
  // A POST although it only tells: each telling is recorded.
  server.post<OfRequest>('/api/approvals/:id/name', async (request): Promise<RevealedView> => {
    const person = await personOf(request, parts);
    const { tenantId, personId: actor } = person;
    return store.inTenant(tenantId, async (db) => {
      const asked = { person, id: request.params.id, act: 'reveal_person' } as const;
      const { id: requestId, subjectId: personId } = await confirmedAct(db, tenancy, asked);
      const record = { id: tenancy.newId(), tenantId, recordedAt: tenancy.now().toISOString(), requestId, personId };
      await appendWithin(db, tenancy.recordKeys, { kind: 'person_revealed', ...record, actor: { personId: actor } });
      return { name: await personName(db, tenancy, { tenantId, personId }) };
    });
  });
}

type Reading = { readonly names: Names; readonly reader: string | undefined; readonly now: Date };

function approvalView(request: DualRequest, { names, reader, now }: Reading): ApprovalView {
  const { id, act, reason, requestedAt, expiresAt, decision, decidedAt } = request;
  const named = (personId: string): NamedView => namedPerson(personId, names);
  const isOver = new Date(expiresAt) <= now;
  return {
    id,
    act,
    subject: named(request.subjectId),
    reason,
    requestedBy: named(request.requestedBy),
    requestedAt,
    expiresAt,
    state: decision ?? (isOver ? 'expired' : 'open'),
    decidedBy: request.decidedBy === undefined ? null : named(request.decidedBy),
    decidedAt: decidedAt ?? null,
    isOwn: request.requestedBy === reader,
    isUsable:
      decision === 'confirmed' && !isOver && [request.requestedBy, request.decidedBy].includes(reader ?? 'nobody'),
  };
}
