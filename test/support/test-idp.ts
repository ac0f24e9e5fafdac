import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type IdpPerson = {
  readonly email: string;
  readonly emailVerified?: boolean;
  readonly groups: readonly string[];
};

export type TestIdp = {
  readonly issuer: string;
  readonly persons: Map<string, IdpPerson>;
  /** Whoever comes next signs in as this subject. */
  signsIn: string;
  /** What the provider refuses from now on, as after a person has left. */
  revokeEverything(): void;
  close(): Promise<void>;
};

/** A real OpenID provider on loopback, whose own sign-in is automatic: whoever comes is `signsIn`. */
export async function startTestIdp(redirectUri: string): Promise<TestIdp> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const persons = new Map<string, IdpPerson>();
  const idp = { issuer, persons, signsIn: '' };
  let isClosedToAll = false;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'octroi',
        client_secret: 'a test secret that is long enough for HS256',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    findAccount: (_context, sub) => {
      const person = persons.get(sub);
      if (!person || isClosedToAll) return undefined;
      const { email, emailVerified = true, groups } = person;
      return { accountId: sub, claims: () => ({ sub, email, email_verified: emailVerified, groups: [...groups] }) };
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    void finish(provider, { request, response, accountId: idp.signsIn });
  });
  return Object.assign(idp, {
    revokeEverything: () => {
      isClosedToAll = true;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

type Finishing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly accountId: string;
};

async function finish(provider: Provider, { request, response, accountId }: Finishing): Promise<void> {
  const { params, grantId } = await provider.interactionDetails(request, response);
  const grant =
    (grantId && (await provider.Grant.find(grantId))) || new provider.Grant({ accountId, clientId: 'octroi' });
  grant.addOIDCScope(String(params['scope']));
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId }, consent },
    { mergeWithLastSubmission: false },
  );
}

/** Walks from the provider's authorization address back to the gateway's, as a browser does; returns where it is sent. */
export async function walkThroughIdp(url: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = url;
  const { origin } = new URL(url);
  for (let step = 0; step < 10 && at.startsWith(origin); step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answered = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answered.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answered.headers.get('location');
    if (location === null)
      throw new Error(`the provider stopped at ${at}: ${answered.status} ${await answered.text()}`);
    at = new URL(location, at).href;
  }
  return at;
}
