import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  approveCapture,
  type CaptureApproval,
  type CapturePerson,
  endCapture,
  listCaptures,
  requestCapture,
} from '../retention/index.ts';
import { rolesHeld } from '../tenancy/index.ts';
import type { Names } from './exchange-views.ts';
import { personOf, sessionOf } from './guard.ts';
import { captureForm, parseInput } from './input.ts';
import { namesOf } from './names.ts';
import type { CaptureView } from './retention-contract.ts';
import type { ConsoleParts } from './server.ts';

type OfOne = { readonly Params: { readonly id: string } };

/** The routes of captures of content: what is asked for, by two persons, and what is in force. What is captured is never shown. */
export function captureRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, store } = parts;
  server.get('/api/captures', async (request): Promise<readonly CaptureView[]> => {
    const { tenantId, personId } = await sessionOf(request, parts);
    const [captures, names] = [await listCaptures(tenancy, tenantId), await namesOf(store, tenantId)];
    const asked = new Map(Object.entries(parts.rules.inForce().policy.configuration.capture ?? {}));
    return captures.map((capture) => ({
      ...captureView(capture, names),
      isInForce: capture.state === 'approved' && isSame(asked.get(capture.label), capture),
      isOwn: capture.requestedBy === personId,
    }));
  });
  server.post('/api/captures', async (request, reply): Promise<{ readonly id: string }> => {
    const wish = parseInput(captureForm, request.body);
    const id = await requestCapture(tenancy, await personAsking(request, parts), wish);
    reply.status(201);
    return { id };
  });
  for (const [name, act] of [
    ['approve', approveCapture],
    ['end', endCapture],
  ] as const)
    server.post<OfOne>(`/api/captures/:id/${name}`, async (request, reply) => {
      await act(tenancy, await personAsking(request, parts), request.params.id);
      return reply.status(204).send();
    });
}

// A link's session belongs to nobody, and of nobody there are no two.
async function personAsking(request: FastifyRequest, parts: ConsoleParts): Promise<CapturePerson> {
  const { tenantId, personId } = await personOf(request, parts);
  const roles = await parts.store.inTenant(tenantId, (db) => rolesHeld(db, personId));
  return { tenantId, personId, roles };
}

type Said = { readonly purpose: string; readonly days: number };

function isSame(asked: Said | undefined, { purpose, days }: Said): boolean {
  return asked?.purpose === purpose && asked.days === days;
}

function captureView(
  { requestedBy, approvedBy, ...capture }: CaptureApproval,
  { persons }: Names,
): Omit<CaptureView, 'isInForce' | 'isOwn'> {
  const name = (id: string): string => persons.get(id) ?? id;
  return { ...capture, requestedBy: name(requestedBy), approvedBy: approvedBy === null ? null : name(approvedBy) };
}
