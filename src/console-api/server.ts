import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describeCause, OctroiError } from '../base/index.ts';
import { errorText, languageOf } from '../messages/index.ts';
import type { Store } from '../store/index.ts';
import type { Directory, Tenancy } from '../tenancy/index.ts';
import type { AboutView, ErrorView } from './contract.ts';
import { consoleError } from './errors.ts';
import { approvalRoutes } from './approval-routes.ts';
import { captureRoutes } from './capture-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { contractRoutes } from './contract-routes.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { matrixRoutes } from './matrix-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { egressRoutes } from './egress-routes.ts';
import type { ExplainedView, ProxyView } from './egress-contract.ts';
import { fleetRoutes } from './fleet-routes.ts';
import { guardRoutes } from './guard.ts';
import type { PersonSignIn } from './person-sign-in.ts';
import { personSignInRoutes } from './person-sign-in-routes.ts';
import { requestRoutes } from './request-routes.ts';
import { retentionRoutes } from './retention-routes.ts';
import { vendorRoutes } from './vendor-routes.ts';
import type { Mirror, Retention } from '../retention/index.ts';
import type { Means } from '../notices/index.ts';
import { minimisationRoutes } from './minimisation-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { type PackDesk, packRoutes } from './pack-routes.ts';
import { postureRoutes } from './posture-routes.ts';
import { myTrainingRoutes } from './my-training-routes.ts';
import { rolloutRoutes } from './rollout-routes.ts';
import type { ConsoleRules } from './rules.ts';
import { sessionRoutes } from './session-routes.ts';
import { teamTrainingRoutes } from './team-training-routes.ts';
import { assertSameSite, securityHeaders } from './web-safety.ts';

export type ConsoleParts = {
  readonly store: Store;
  readonly tenancy: Tenancy;
  readonly directory: Pick<Directory, 'forget'>;
  /** The policy and the catalogue in force. */
  readonly rules: ConsoleRules;
  readonly retention: Retention;
  /** What vendors hold on a day, by the policy and the catalogue in force. */
  readonly mirrorOn: (day: string) => Promise<Mirror>;
  /** All that is held on a person, as a ZIP; that it was made is recorded. */
  readonly accessArchive: (asked: AskedArchive) => Promise<Readable>;
  /** Makes packs of evidence and keeps them. */
  readonly packs: PackDesk;
  /** What of octroi is in use here, as the notices say. */
  readonly means: Means;
  /** After how many hours without a report a workstation is unknown. */
  readonly fleet: { readonly staleAfterHours: number };
  /** The forward proxy, and what it would do with a connection. `explain` throws what is wrong with how one was written. */
  readonly egress: {
    readonly proxy: ProxyView;
    readonly explain: (connection: string) => Omit<ExplainedView, 'proxy'>;
    /** Under which references gateways stand in imported logs. */
    readonly gateways: ReadonlySet<string>;
  };
  /** How the command line is called here. */
  readonly about: AboutView;
  /** Where clients are pointed at. */
  readonly gatewayUrl: string;
  readonly version: string;
  /** The folder of the built console. */
  readonly staticFolder: string;
  /** Whether people reach it by https, so that the session cookie may say so. */
  readonly isHttps: boolean;
  /** Host names under which the console is reached, without port. */
  readonly hosts: readonly string[];
  /** By what persons sign in. */
  readonly personSignIn: PersonSignIn;
  /** The proxies before the console whose word about where a request came from is taken. */
  readonly trustedProxies: readonly string[];
  /** Told of faults of ours; holds codes only. */
  readonly tell: (event: { readonly kind: 'fault'; readonly cause: string }) => void;
};

/** For whom an archive is, in which language, and who has it made. */
export type AskedArchive = { readonly personId: string; readonly language: 'fr' | 'en'; readonly by: string };

/** Builds the console's server, without listening: the API under /api, the built pages everywhere else. */
export function buildConsole(parts: ConsoleParts): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    // Host and scheme are never taken from it, only the address that failures are counted by.
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    // An address that does not even decode has no route and no page.
    frameworkErrors: (_thrown, request, reply) => {
      reply.headers(securityHeaders(parts.isHttps));
      sendError(parts, { thrown: consoleError('console_path_unknown'), request, reply });
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(parts.isHttps));
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    assertSameSite(request, parts);
  });
  guardRoutes(server, parts);
  server.setErrorHandler((thrown, request, reply) => sendError(parts, { thrown, request, reply }));
  server.get('/api/about', (): AboutView => parts.about);
  sessionRoutes(server, parts);
  personSignInRoutes(server, parts);
  approvalRoutes(server, parts);
  exchangeRoutes(server, parts);
  keyRoutes(server, parts);
  matrixRoutes(server, parts);
  policyRoutes(server, parts);
  catalogueRoutes(server, parts);
  contractRoutes(server, parts);
  postureRoutes(server, parts);
  evaluationRoutes(server, parts);
  minimisationRoutes(server, parts);
  packRoutes(server, parts);
  noticeRoutes(server, parts);
  ledgerRoutes(server, parts);
  retentionRoutes(server, parts);
  requestRoutes(server, parts);
  vendorRoutes(server, parts);
  captureRoutes(server, parts);
  fleetRoutes(server, parts);
  egressRoutes(server, parts);
  rolloutRoutes(server, parts);
  myTrainingRoutes(server, parts);
  teamTrainingRoutes(server, parts);
  servePages(server, parts);
  return server;
}

// Every path that is no file is a page of the application, which finds its own way.
function servePages(server: FastifyInstance, { staticFolder }: ConsoleParts): void {
  const isBuilt = existsSync(join(staticFolder, 'index.html'));
  if (isBuilt)
    server.register(fastifyStatic, {
      root: staticFolder,
      index: 'index.html',
      cacheControl: false,
      setHeaders: cacheByName,
    });
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/') || request.method !== 'GET') throw consoleError('console_path_unknown');
    if (!isBuilt) throw consoleError('console_not_built');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

// The build names its assets by their content; the page that names them must always be asked for.
function cacheByName(reply: FastifyReply, path: string): void {
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const statuses: Readonly<Record<string, number>> = {
  console_not_signed_in: 401,
  console_link_invalid: 403,
  console_sign_in_refused: 403,
  console_too_many_failures: 429,
  console_role_missing: 403,
  console_right_missing: 403,
  console_person_required: 403,
  console_provider_failed: 502,
  console_person_unknown: 404,
  console_approval_unknown: 404,
  console_approval_over: 409,
  console_approval_own: 403,
  console_approval_missing: 403,
  console_access_unconfirmed: 403,
  console_origin_refused: 403,
  console_host_unknown: 421,
  console_input_invalid: 422,
  console_path_unknown: 404,
  console_content_withheld: 403,
  console_plan_other: 409,
  console_pack_busy: 409,
  console_pack_unknown: 404,
  console_pack_link_over: 404,
  evidence_period_invalid: 422,
  console_not_built: 503,
  evaluation_input_invalid: 422,
  evaluation_choice_missing: 422,
  evaluation_choice_unknown: 422,
  evaluation_words_invalid: 422,
  evaluation_expiry_invalid: 422,
  evaluation_weight_invalid: 422,
  evaluation_zdr_not_offered: 422,
  retention_capture_unknown: 404,
  retention_capture_invalid: 422,
  retention_capture_role_missing: 403,
  retention_capture_same_person: 403,
  retention_capture_closed: 409,
  retention_held: 409,
  retention_hold_unknown: 404,
  retention_hold_released: 409,
  retention_hold_ends_before: 422,
  retention_statement_invalid: 422,
  retention_conversation_unknown: 404,
  retention_nothing_there: 404,
  retention_plan_other: 409,
  retention_certificate_unknown: 404,
  retention_records_in_clear: 503,
  retention_file_unknown: 404,
  retention_vendor_unreachable: 502,
  retention_vendor_refused: 502,
  retention_vendor_unreadable: 502,
  ledger_exchange_unknown: 404,
  ledger_record_unknown: 404,
  ledger_size_unknown: 404,
  ledger_time_stamp_unknown: 404,
  fleet_device_unknown: 404,
  fleet_device_revoked: 409,
  fleet_name_taken: 409,
  fleet_name_invalid: 422,
  fleet_days_invalid: 422,
  training_module_unknown: 404,
  training_attempt_unknown: 404,
  training_attempts_spent: 429,
  training_attempt_over: 409,
  training_attempt_not_passed: 409,
  training_module_changed: 409,
  training_statement_other: 409,
  training_hours_invalid: 422,
  training_reason_invalid: 422,
  tenancy_person_unknown: 404,
  tenancy_key_unknown: 404,
  tenancy_name_invalid: 422,
  tenancy_expiry_invalid: 422,
  tenancy_contract_unknown: 404,
  tenancy_contract_active: 409,
  policy_cases_invalid: 422,
  egress_target_malformed: 422,
  egress_address_literal: 422,
};

type Failure = { readonly thrown: unknown; readonly request: FastifyRequest; readonly reply: FastifyReply };

function sendError(parts: ConsoleParts, { thrown, request, reply }: Failure): FastifyReply {
  const fault = namedFault(thrown);
  if (fault.code === 'console_internal') parts.tell({ kind: 'fault', cause: describeCause(thrown) });
  const { text, hint } = errorText(languageOf(request.headers['accept-language']), fault.code, fault.args);
  const view: ErrorView = { code: fault.code, text, hint };
  return reply.status(statuses[fault.code] ?? 500).send(view);
}

function namedFault(thrown: unknown): OctroiError {
  if (thrown instanceof OctroiError && statuses[thrown.code] !== undefined) return thrown;
  // Fastify's own: a body that is no JSON, too large, or of another type.
  const isInput =
    thrown instanceof Error &&
    'statusCode' in thrown &&
    Number(thrown.statusCode) >= 400 &&
    Number(thrown.statusCode) < 500;
  return isInput
    ? consoleError('console_input_invalid', { at: 'body' }, thrown)
    : consoleError('console_internal', {}, thrown);
}
