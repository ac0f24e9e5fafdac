import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../ledger/index.ts';
import { consoleError } from './errors.ts';
import type { Right } from './rights.ts';
import { routeRights } from './route-rights.ts';
import type { ConsoleParts } from './server.ts';
import { findSession, type Session } from './sign-in.ts';

export const sessionCookie = 'octroi_session';

const known = new WeakMap<FastifyRequest, Session>();

/** Lets a request through to its route only when its session has the right that the route asks for. */
export function guardRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat())
      if (url.startsWith('/api/') && guardOf(each, url) === undefined)
        throw new Error(`${each} ${url} stands in no line of routeRights`);
  });
  server.addHook('onRequest', async (request) => {
    const guard = guardOf(request.method, request.routeOptions.url ?? '');
    if (guard === undefined || guard === 'open') return;
    const session = await sessionOf(request, parts);
    switch (guard) {
      case 'session':
        return;
      case 'own':
        return void (await personOf(request, parts));
      case 'by_act':
        // The act says which right it takes; nobody without any learns which acts there are.
        if (session.rights.length === 0) throw consoleError('console_right_missing', { right: 'reveal' });
        return;
      default:
        assertRight(session, guard);
    }
  });
}

// Fastify answers HEAD wherever it answers GET.
function guardOf(method: string, url: string) {
  return routeRights[`${method === 'HEAD' ? 'GET' : method} ${url}`];
}

/** @throws console_right_missing */
export function assertRight({ rights }: Session, right: Right): void {
  if (!rights.includes(right)) throw consoleError('console_right_missing', { right });
}

/** The session that a request carries. @throws console_not_signed_in */
export async function sessionOf(request: FastifyRequest, parts: ConsoleParts): Promise<Session> {
  const session = known.get(request) ?? (await findSession(parts.tenancy, cookieOf(request, sessionCookie)));
  known.set(request, session);
  return session;
}

/** The tenant whose session a request carries. @throws console_not_signed_in */
export async function tenantOf(request: FastifyRequest, parts: ConsoleParts): Promise<string> {
  return (await sessionOf(request, parts)).tenantId;
}

/** Who acts by a request, as records have it. @throws console_not_signed_in */
export async function actorOf(request: FastifyRequest, parts: ConsoleParts): Promise<Actor> {
  const { personId } = await sessionOf(request, parts);
  return personId === undefined ? 'console' : { personId };
}

/** The person whose session a request carries. @throws console_not_signed_in, console_person_required for a link's session */
export async function personOf(request: FastifyRequest, parts: ConsoleParts): Promise<Session & { personId: string }> {
  const session = await sessionOf(request, parts);
  const { personId } = session;
  if (personId === undefined) throw consoleError('console_person_required');
  return { ...session, personId };
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
