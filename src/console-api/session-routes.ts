import type { FastifyInstance, FastifyReply } from 'fastify';
import { personName } from '../tenancy/index.ts';
import { findTenant } from './names.ts';
import type { SessionView, SetupView } from './contract.ts';
import { parseInput, signInForm } from './input.ts';
import type { ConsoleParts } from './server.ts';
import { cookieOf, sessionCookie, sessionOf, tenantOf } from './guard.ts';
import { findSession, type Session, sessionSeconds, signIn, signOut } from './sign-in.ts';
import { setupOf } from './setup.ts';

/** The routes of signing in and out, and of what the installation still needs. */
export function sessionRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  server.post('/api/session', async (request, reply): Promise<SessionView> => {
    const { link } = parseInput(signInForm, request.body);
    const session = await signIn(parts.tenancy, link);
    setSession(reply, parts, session);
    return sessionView(parts, await findSession(parts.tenancy, session));
  });
  server.get(
    '/api/session',
    async (request): Promise<SessionView> => sessionView(parts, await sessionOf(request, parts)),
  );
  server.delete('/api/session', async (request, reply) => {
    await signOut(parts.tenancy, {
      tenantId: await tenantOf(request, parts),
      session: cookieOf(request, sessionCookie) ?? '',
    });
    setCookie(reply, parts, `${sessionCookie}=; Max-Age=0`);
    return reply.status(204).send();
  });
  server.get('/api/setup', async (request): Promise<SetupView> => setupOf(parts, await tenantOf(request, parts)));
}

/** What a session shows of itself. Who they are is told to themselves alone. */
export async function sessionView(parts: ConsoleParts, session: Session): Promise<SessionView> {
  const { tenantId, personId, roles, rights } = session;
  const { gatewayUrl, version, tenancy, store } = parts;
  const tenant = await findTenant(store, tenantId);
  const name = personId && (await store.inTenant(tenantId, (db) => personName(db, tenancy, { tenantId, personId })));
  const person = personId === undefined ? null : { id: personId, name: name ?? '' };
  return { tenantName: tenant.name, isDemo: tenant.isDemo, gatewayUrl, version, person, roles, rights };
}

export function setSession(reply: FastifyReply, parts: ConsoleParts, session: string): void {
  setCookie(reply, parts, `${sessionCookie}=${session}; Max-Age=${sessionSeconds}`);
}

function setCookie(reply: FastifyReply, { isHttps }: ConsoleParts, value: string): void {
  reply.header('set-cookie', `${value}; Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`);
}
