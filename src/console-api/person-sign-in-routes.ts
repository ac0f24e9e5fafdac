import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeCause } from '../base/index.ts';
import type { SignInWaysView } from './access-contract.ts';
import type { SessionView } from './contract.ts';
import { cookieOf } from './guard.ts';
import { parseInput, passwordForm } from './input.ts';
import { PersonWays, refusalCode } from './person-sign-in.ts';
import type { ConsoleParts } from './server.ts';
import { sessionView, setSession } from './session-routes.ts';
import { findSession } from './sign-in.ts';

const attemptCookie = 'octroi_console_attempt';

const attemptOf = (request: FastifyRequest): string => cookieOf(request, attemptCookie) ?? '';

/** The routes by which a person signs in, with an account here or at the company's identity provider. */
export function personSignInRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { personSignIn, isHttps, tenancy, tell } = parts;
  const ways = new PersonWays(personSignIn, isHttps);
  const begin = async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const attempt = await ways.begin(request);
    // Lax, not Strict: the way back from the identity provider begins on another site.
    const where = `Max-Age=900; Path=/api/sign-in; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
    reply.header('set-cookie', `${attemptCookie}=${attempt}; ${where}`);
    return attempt;
  };
  const signedIn = async (reply: FastifyReply, session: string): Promise<SessionView> => {
    setSession(reply, parts, session);
    return sessionView(parts, await findSession(tenancy, session));
  };

  server.get('/api/sign-in', (request): SignInWaysView => {
    const { providerName } = personSignIn;
    const hasPasskeys = ways.passkeySite(request) !== undefined;
    return { providerName: providerName ?? null, hasAccounts: providerName === undefined, hasPasskeys };
  });
  server.post('/api/sign-in/password', async (request, reply): Promise<SessionView> => {
    const form = parseInput(passwordForm, request.body);
    return signedIn(reply, await ways.withPassword(request, form));
  });
  server.post('/api/sign-in/passkey/options', async (request, reply) =>
    ways.passkeyToUse(request, await begin(request, reply)),
  );
  server.post('/api/sign-in/passkey', async (request, reply): Promise<SessionView> => {
    const given = { attempt: attemptOf(request), response: request.body };
    return signedIn(reply, await ways.withPasskey(request, given));
  });
  // These two are walked by the browser itself: what refuses them is said by the page it is sent to.
  const walked = async (reply: FastifyReply, walk: () => Promise<string>): Promise<FastifyReply> => {
    try {
      return reply.redirect(await walk(), 303);
    } catch (fault) {
      const code = refusalCode(fault);
      if (code === 'console_provider_failed') tell({ kind: 'fault', cause: describeCause(fault) });
      return reply.redirect(`/sign-in#refused=${code}`, 303);
    }
  };
  server.get('/api/sign-in/provider', (request, reply) =>
    walked(reply, async () => ways.providerUrl(request, await begin(request, reply))),
  );
  server.get('/api/sign-in/callback', (request, reply) =>
    walked(reply, async () => {
      setSession(reply, parts, await ways.fromProvider(request, attemptOf(request)));
      return '/';
    }),
  );
}
