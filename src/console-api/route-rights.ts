import type { Right } from './rights.ts';

/** `open`: to everybody, signed in or not. `session`: to whoever is signed in. `by_act`: by the act that is decided on. */
export type Guard = Right | 'open' | 'session' | 'by_act';

/**
 * What each route asks of whoever calls it. A route that is not here does not come up: the server refuses to be built.
 * Whatever changes something asks for a right of its own; comparing policies only reads.
 */
export const routeRights: Readonly<Record<string, Guard>> = {
  'GET /api/about': 'open',
  'GET /api/sign-in': 'open',
  'POST /api/sign-in/password': 'open',
  'POST /api/sign-in/passkey/options': 'open',
  'POST /api/sign-in/passkey': 'open',
  'GET /api/sign-in/provider': 'open',
  'GET /api/sign-in/callback': 'open',
  'POST /api/session': 'open',
  'GET /api/session': 'session',
  'DELETE /api/session': 'session',
  'GET /api/setup': 'read',
  'GET /api/names': 'read',
  'GET /api/exchanges': 'read',
  'GET /api/exchanges/:id': 'read',
  'GET /api/keys': 'read',
  'POST /api/keys': 'keys',
  'POST /api/keys/:id/revoke': 'keys',
  'GET /api/posture': 'read',
  'GET /api/matrix': 'read',
  'GET /api/matrix.csv': 'read',
  'GET /api/policy': 'read',
  'GET /api/reasons': 'read',
  'GET /api/policy/cases': 'read',
  'GET /api/policy/versions': 'read',
  'POST /api/policy/diff': 'read',
  'GET /api/catalogue': 'read',
  'GET /api/claims': 'read',
  'GET /api/contracts': 'read',
  'POST /api/contracts/:id/resume': 'contracts',
  'GET /api/ledger/records': 'read',
  'GET /api/ledger/records/:name': 'read',
  'GET /api/ledger/records/:id/proof': 'read',
  'GET /api/ledger/head': 'read',
  'GET /api/ledger/heads': 'read',
  'GET /api/ledger/heads/time-stamp': 'read',
  'GET /api/ledger/consistency': 'read',
  'GET /api/approvals': 'read',
  'POST /api/approvals/reveal': 'reveal',
  'POST /api/approvals/:id/confirm': 'by_act',
  'POST /api/approvals/:id/decline': 'by_act',
  'POST /api/approvals/:id/name': 'reveal',
};
