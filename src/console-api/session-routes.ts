import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findTenant } from './names.ts';
import type { SessionView, SetupView } from './contract.ts';
import { parseInput, signInForm } from './input.ts';
import type { ConsoleParts } from './server.ts';
import { sessionSeconds, sessionTenant, signIn, signOut } from './sign-in.ts';
import { setupOf } from './setup.ts';

const cookieName = 'octroi_session';

/** The routes of signing in and out, and of what the installation still needs. */
export function sessionRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  server.post('/api/session', async (request, reply): Promise<SessionView> => {
    const { link } = parseInput(signInForm, request.body);
    const session = await signIn(parts.tenancy, link);
    setCookie(reply, parts, `${cookieName}=${session}; Max-Age=${sessionSeconds}`);
    return sessionView(parts, await sessionTenant(parts.tenancy, session));
  });
  server.get(
    '/api/session',
    async (request): Promise<SessionView> => sessionView(parts, await tenantOf(request, parts)),
  );
  server.delete('/api/session', async (request, reply) => {
    await signOut(parts.tenancy, { tenantId: await tenantOf(request, parts), session: cookie(request) ?? '' });
    setCookie(reply, parts, `${cookieName}=; Max-Age=0`);
    return reply.status(204).send();
  });
  server.get('/api/setup', async (request): Promise<SetupView> => setupOf(parts, await tenantOf(request, parts)));
}

/** The tenant whose session a request carries. @throws console_not_signed_in */
export async function tenantOf(request: FastifyRequest, parts: ConsoleParts): Promise<string> {
  return sessionTenant(parts.tenancy, cookie(request));
}

async function sessionView(parts: ConsoleParts, tenantId: string): Promise<SessionView> {
  const tenant = await findTenant(parts.store, tenantId);
  return { tenantName: tenant.name, isDemo: tenant.isDemo, gatewayUrl: parts.gatewayUrl, version: parts.version };
}

function setCookie(reply: FastifyReply, { isHttps }: ConsoleParts, value: string): void {
  reply.header('set-cookie', `${value}; Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`);
}

function cookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
}
