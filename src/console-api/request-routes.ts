import type { FastifyInstance } from 'fastify';
import { latestRecords } from '../ledger/index.ts';
import { deleteConversation, eraseOnOrder, type Order, planErasure } from '../retention/index.ts';
import { assertConfirmedOn } from './dual-control.ts';
import { consoleError } from './errors.ts';
import type { Names } from './exchange-views.ts';
import { personOf, tenantOf } from './guard.ts';
import { accessForm, conversationForm, erasureForm, erasureQuery, parseInput } from './input.ts';
import { namesOf } from './names.ts';
import type { PlanView, RequestView } from './retention-contract.ts';
import { doneBy, planView } from './retention-routes.ts';
import type { ConsoleParts } from './server.ts';

const most = 100;

/** The routes of what persons ask for: to be told what is held on them, and to have it erased. */
export function requestRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { retention, store } = parts;
  server.get('/api/requests', async (request): Promise<readonly RequestView[]> => {
    const tenantId = await tenantOf(request, parts);
    return listRequests(parts, tenantId);
  });
  server.get('/api/erasures/plan', async (request): Promise<PlanView> => {
    const tenantId = await tenantOf(request, parts);
    const wanted = parseInput(erasureQuery, request.query);
    return planView(await planErasure(retention, tenantId, selectionOf(wanted, await namesOf(store, tenantId))));
  });
  server.post('/api/erasures', async (request): Promise<{ tombstoneId: string; records: number }> => {
    const { digest, reason, ...wanted } = parseInput(erasureForm, request.body);
    const tenantId = await tenantOf(request, parts);
    const selection = selectionOf(wanted, await namesOf(store, tenantId));
    const order = { tenantId, selection, digest, reason, by: await doneBy(request, parts) };
    const { tombstoneId, records } = await eraseOnOrder(retention, order);
    parts.directory.forget(tenantId);
    return { tombstoneId, records };
  });
  server.post('/api/conversations/delete', async (request): Promise<{ records: number; eraseBy: string }> => {
    const { conversation: session, reason } = parseInput(conversationForm, request.body);
    const tenantId = await tenantOf(request, parts);
    return deleteConversation(retention, { tenantId, session, reason, by: await doneBy(request, parts) });
  });
  // The archive holds the name: whoever could have it made alone could look behind every pseudonym.
  server.post('/api/access-requests', async (request, reply) => {
    const { person, language } = parseInput(accessForm, request.body);
    const tenantId = await tenantOf(request, parts);
    if (!(await namesOf(store, tenantId)).persons.has(person)) throw consoleError('console_person_unknown');
    const asking = await personOf(request, parts);
    await assertConfirmedOn(parts.tenancy, asking, { act: 'reveal_person', subjectId: person });
    const archive = await parts.accessArchive({ personId: person, language, by: await doneBy(request, parts) });
    return reply
      .header('content-type', 'application/zip')
      .header('content-disposition', 'attachment; filename="access-request.zip"')
      .send(archive);
  });
}

async function listRequests({ tenancy, store }: ConsoleParts, tenantId: string): Promise<readonly RequestView[]> {
  const { persons } = await namesOf(store, tenantId);
  const of = <K extends 'access_answered' | 'conversation_deleted' | 'records_erased'>(kind: K) =>
    latestRecords(tenancy, tenantId, { kind, limit: most });
  const [told, deleted, erased] = [
    await of('access_answered'),
    await of('conversation_deleted'),
    await of('records_erased'),
  ];
  const common = ({ id, recordedAt: at, by, records }: (typeof told | typeof deleted | typeof erased)[number]) => {
    return { id, at, by, records, person: null };
  };
  return [
    ...told.map((each): RequestView => {
      const name = persons.get(each.personId);
      const person = name === undefined ? null : { id: each.personId, name };
      return { ...common(each), kind: 'access', person };
    }),
    ...deleted.map((each): RequestView => ({ ...common(each), kind: 'conversation_deleted' })),
    ...erased
      .filter(({ ground }) => ground === 'person_erased')
      .map((each): RequestView => ({ ...common(each), kind: 'person_erased' })),
  ].toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

type Wanted = { readonly person?: string | undefined; readonly conversation?: string | undefined };

function selectionOf({ person, conversation }: Wanted, { persons }: Names): Order['selection'] {
  if (conversation !== undefined && person === undefined) return { kind: 'conversation', session: conversation };
  if (person === undefined || conversation !== undefined) throw consoleError('console_input_invalid', { at: 'person' });
  if (!persons.has(person)) throw consoleError('console_person_unknown');
  return { kind: 'person', personId: person };
}
