import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describeCause, TryLimit } from '../../base/index.ts';
import type { GatewayEvent } from '../gateway.ts';
import { type Answer, file, json, sendAnswer } from './answer.ts';
import { type BrowserRequest, isForeign, readBrowserRequest } from './browser-request.ts';
import { clientAddress, trustedProxies } from './client-address.ts';
import type { ClientSignIn } from './client-sign-in.ts';
import {
  askPasskey,
  chooseLanguage,
  goToProvider,
  type PageParts,
  showCode,
  showDecision,
  showWho,
  takeCode,
  takeDecision,
  takePasskey,
  takePassword,
  takeReturn,
} from './device-pages.ts';
import { askNewPasskey, showDone, showInvite, takeNewPasskey, takeNewPassword } from './invite-pages.ts';
import { authorizeDevice, giveTokens, metadata, type OAuthParts, revoke } from './oauth.ts';

export type SignInWaysParts = {
  readonly signIn: ClientSignIn;
  /** Where clients reach the gateway, once it is known. */
  readonly base: () => string;
  readonly trustedProxies: readonly string[];
  readonly tell: (event: GatewayEvent) => void;
};

type Way = (parts: OAuthParts & PageParts, request: BrowserRequest) => Answer | Promise<Answer>;

const browserFile = (name: string): string => readFileSync(join(import.meta.dirname, 'browser', name), 'utf8');
const style = browserFile('style.css');
const script = browserFile('passkey.js');

const ways: Readonly<Record<string, Way>> = {
  'GET /.well-known/oauth-authorization-server': metadata,
  'POST /oauth/device_authorization': authorizeDevice,
  'POST /oauth/token': giveTokens,
  'POST /oauth/revoke': revoke,
  'GET /device': showCode,
  'POST /device': takeCode,
  'GET /device/sign-in': showWho,
  'POST /device/sign-in': takePassword,
  'GET /device/provider': goToProvider,
  'GET /device/callback': takeReturn,
  'POST /device/passkey/options': askPasskey,
  'POST /device/passkey': takePasskey,
  'GET /device/decide': showDecision,
  'POST /device/decide': takeDecision,
  'GET /device/language/fr': chooseLanguage,
  'GET /device/language/en': chooseLanguage,
  'GET /device/style.css': () => file('text/css; charset=utf-8', style),
  'GET /device/passkey.js': () => file('text/javascript; charset=utf-8', script),
  'GET /invite': showInvite,
  'POST /invite': takeNewPassword,
  'POST /invite/passkey/options': askNewPasskey,
  'POST /invite/passkey': takeNewPasskey,
  'GET /invite/done': showDone,
};

const paths: ReadonlySet<string> = new Set(Object.keys(ways).map((way) => way.slice(way.indexOf(' ') + 1)));

/** Whether a path belongs to the sign-in, whatever the method. */
export function isSignInPath(path: string): boolean {
  return paths.has(path);
}

// Enough for a company behind one address; little for somebody who tries codes: 34 bits, ten minutes each.
const mostFailures = 20;
const mostBegun = 600;

/** The endpoints and pages of the sign-in. */
export class SignInWays {
  readonly #options: SignInWaysParts;
  readonly #trusted;
  readonly #failures = new TryLimit(mostFailures);
  readonly #begun = new TryLimit(mostBegun);

  constructor(options: SignInWaysParts) {
    this.#options = options;
    this.#trusted = trustedProxies(options.trustedProxies);
  }

  /** Answers one request. Never rejects. */
  async take(
    { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
    { path, query }: { readonly path: string; readonly query: string },
  ): Promise<void> {
    const address = clientAddress(request, this.#trusted);
    const read = await readBrowserRequest(request, { path, query, address });
    if (!read) {
      response.setHeader('connection', 'close');
      return sendAnswer(response, json(413, { error: 'invalid_request' }));
    }
    sendAnswer(response, await this.#answer(read));
  }

  async #answer(request: BrowserRequest): Promise<Answer> {
    const way = ways[`${request.method === 'HEAD' ? 'GET' : request.method} ${request.path}`];
    if (!way) return json(405, { error: 'invalid_request' });
    if (isForeign(request)) return json(403, { error: 'invalid_request' });
    const { signIn, base, tell } = this.#options;
    try {
      return await way(
        { signIn, base: base(), begun: this.#begun, failures: this.#failures, now: monotonicMs },
        request,
      );
    } catch (fault) {
      // The database is away, or we have made a mistake: the client tries again, and the operator hears of it.
      tell({ kind: 'fault', cause: describeCause(fault) });
      return json(503, { error: 'temporarily_unavailable' }, { 'retry-after': '5' });
    }
  }
}

function monotonicMs(): number {
  return performance.now();
}
