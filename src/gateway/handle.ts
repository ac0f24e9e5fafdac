import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeCause } from '../base/index.ts';
import type { Receipt } from '../ledger/index.ts';
import type { Aside } from './aside.ts';
import { BodyMemory } from './anthropic/body-memory.ts';
import { type Body, readBody } from './anthropic/read-body.ts';
import { type Cleared, clear, type Clearing, nothingInspected } from './clear.ts';
import { type Declared, declareParts } from './declare.ts';
import { gatewayError } from './errors.ts';
import { type ClientFacts, clientFacts, type Exchange } from './exchange.ts';
import { captureContent } from './capture/capture-content.ts';
import { FilesWay } from './files/files-way.ts';
import { type InspectedUpload, inspectUpload } from './files/inspect-upload.ts';
import { forward, type Upstreams } from './forward.ts';
import type { GatewayParts } from './gateway.ts';
import type { Held, HeldBytes } from './held-bytes.ts';
import { identifySender, Refused } from './identify-sender.ts';
import { discardBody } from './discard-body.ts';
import type { Inspector } from './inspection/inspect.ts';
import { keepAlive } from './keep-alive.ts';
import type { SessionLabels } from './labels/session-labels.ts';
import { Parcel } from './parcel.ts';
import { receiveBody, receiveUpload } from './receive-body.ts';
import { countsOnly, isUnderZeroRetention, type RecordOfWork } from './counts-only.ts';
import { declaredRecord, finishedRecord, refusedRecord } from './records.ts';
import { refusalOf, sendRefusal } from './refuse.ts';
import type { Relayed } from './relay.ts';
import { type UpstreamHeaders, upstreamHeaders } from './request-headers.ts';
import { findRoute } from './route.ts';
import { SessionMemory } from './session-memory.ts';
import { waitForDatabase } from './wait-for-database.ts';

type Leaving = {
  readonly body: Body | undefined;
  readonly client: ClientFacts;
  readonly upload: InspectedUpload | undefined;
  readonly parcel: Parcel;
  readonly cleared: Cleared;
  readonly headerBytes: number;
};

/** A declaration that is on disk, and the way to take back that its parts have left. */
type OnRecord = {
  readonly receipt: Receipt;
  readonly forget: () => void;
  readonly firstSent: ReadonlySet<string>;
};

const nothingDeclared: Declared = { parts: [], forget: () => {} };

type Handled = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** What the requests of one gateway share. */
export type HandlerParts = {
  readonly upstreams: Upstreams;
  readonly held: HeldBytes;
  readonly inspector: Inspector;
  readonly aside: Aside;
  readonly labels: SessionLabels;
};

/** The way of one request, from its headers to the record of its end. */
export class Handler {
  readonly #gateway: GatewayParts;
  readonly #upstreams: Upstreams;
  readonly #held: HeldBytes;
  readonly #sessions: SessionMemory;
  // Under zero retention no session is in the ledger, and its name goes into no query.
  readonly #unkeptSessions = new SessionMemory(async () => new Set());
  readonly #inspector: Inspector;
  readonly #aside: Aside;
  readonly #files: FilesWay;
  readonly #bodies = new BodyMemory();
  readonly #clearing: Clearing;

  constructor(gateway: GatewayParts, { upstreams, held, inspector, aside, labels }: HandlerParts) {
    this.#aside = aside;
    this.#files = new FilesWay(gateway);
    this.#gateway = gateway;
    this.#upstreams = upstreams;
    this.#held = held;
    this.#inspector = inspector;
    this.#sessions = new SessionMemory(gateway.loadSession);
    this.#clearing = {
      inspector,
      deciding: gateway,
      repositoriesOf: async (session, { isCountsOnly }) =>
        isCountsOnly ? labels.ofUnkept(session) : waitForDatabase(gateway.limits.waitMs, () => labels.of(session)),
    };
  }

  /** Resolves when the exchange is over and its end is on record. Never rejects: whatever goes wrong refuses the request. */
  async handle({ request, response }: Handled): Promise<void> {
    let exchange: Exchange | undefined;
    try {
      const startedAt = performance.now();
      const aside = this.#aside.take({ request, response });
      if (aside) return await aside;
      const route = findRoute(request.method ?? '', request.url ?? '');
      if (route.kind === 'hello') return void response.writeHead(200).end();
      const { admission, confirm } = await identifySender(this.#gateway, request);
      const settings = await this.#aside.settingsState(request, admission);
      const mask = (text: string): string => this.#inspector.mask(text, admission);
      const isCountsOnly = isUnderZeroRetention(this.#gateway, admission);
      const id = this.#gateway.newId();
      exchange = { id, startedAt, route, request, response, admission, settings, mask, isCountsOnly };
      if (route.kind === 'models' && (await this.#aside.takeModels(exchange))) return;
      if (await this.#files.take(exchange)) return;
      await this.#carry(exchange, confirm);
    } catch (thrown) {
      this.#refuse({ request, response }, exchange, thrown);
    }
  }

  async #carry(exchange: Exchange, confirm: () => Promise<void>): Promise<void> {
    const held = this.#held.hold();
    try {
      const parcel = await this.#receive(exchange, held);
      const body = carriesMessages(exchange) ? this.#read(exchange, parcel) : undefined;
      const client = clientFacts(exchange, body);
      const isStream = body?.isStream ?? false;
      const stopPings = isStream ? keepAlive(exchange.response, this.#gateway.limits) : () => {};
      try {
        const upstream = upstreamHeaders(exchange.request.rawHeaders, exchange.admission.contract);
        const { headers, clientBytes } = assertBare(this.#inspector, exchange, upstream);
        const upload = isUpload(exchange) ? await inspectUpload(this.#clearing, exchange, parcel) : undefined;
        const cleared =
          upload?.cleared ??
          (body ? await clear(this.#clearing, exchange, { body, parcel, client }) : nothingInspected(parcel));
        notice(exchange, cleared);
        const leaving = { body, client, upload, parcel, cleared, headerBytes: clientBytes };
        const declared = await this.#declare(exchange, leaving);
        const { firstSent } = declared;
        const withheld = await this.#confirm(cleared, confirm, exchange.response)
          .then(() => (body ? captureContent(this.#gateway, exchange, { body, cleared, firstSent }) : undefined))
          .then(() => undefined)
          .catch((thrown: unknown) => this.#withhold(exchange, declared, thrown));
        // From here on it is the vendor who is waited for: its status and its own pings reach the client as they come.
        stopPings();
        const { outgoing, restoration } = cleared;
        if (outgoing.length > 0) headers.push('content-length', String(outgoing.length));
        const relayed =
          withheld ?? (await forward(this.#upstreams, { exchange, headers, parcel: outgoing, restoration, isStream }));
        if (relayed.outcome === 'upstream_unreachable') declared.forget(); // It has not left.
        held.release(); // The end may wait long to be on record; nothing is held for it.
        await this.#files.ending(exchange, async () => {
          await this.#close(exchange, declared.receipt, relayed);
          await this.#files.settle(exchange, relayed, upload);
        });
      } finally {
        stopPings();
      }
    } finally {
      held.release();
    }
  }

  #read(exchange: Exchange, parcel: Parcel): Body {
    const conversation = conversationOf(exchange);
    const body = readBody(parcel.peek(), exchange.admission.fingerprintKey, this.#bodies.of(conversation));
    this.#bodies.keep(conversation, body.remembered);
    return body;
  }

  async #receive({ request, route }: Exchange, held: Held): Promise<Parcel> {
    const { limits } = this.#gateway;
    if (route.kind === 'file_upload') return new Parcel(await receiveUpload(request, limits, held));
    if (carriesMessages({ route })) return new Parcel(await receiveBody(request, limits, held));
    request.resume(); // A GET's body means nothing; it is passed over and goes nowhere.
    return new Parcel(Buffer.alloc(0));
  }

  // What is on record may still not leave: because of what was found in it, because the key holds no more, or because
  // nobody waits for the answer.
  async #confirm({ fault }: Cleared, confirm: () => Promise<void>, response: ServerResponse): Promise<undefined> {
    if (fault) throw fault;
    await confirm();
    if (response.destroyed) throw gatewayError('gateway_client_left');
  }

  // The ledger says yes before a byte leaves; what it could not take has not left.
  async #declare(exchange: Exchange, leaving: Leaving): Promise<OnRecord> {
    const { body, client, upload, parcel, cleared, headerBytes } = leaving;
    const without = upload ? { ...nothingDeclared, parts: upload.parts } : nothingDeclared;
    const { parts, forget } = body ? await this.#parts(exchange, body, { client, parcel, cleared }) : without;
    const bodyBytes = parcel.length;
    const record = declaredRecord(this.#gateway, exchange, { body, client, bodyBytes, headerBytes, parts, cleared });
    try {
      const firstSent = new Set(parts.flatMap(({ sent, fingerprint }) => (sent === 'first' ? [fingerprint] : [])));
      return { receipt: await this.#gateway.ledger.append(kept(exchange, record)), forget, firstSent };
    } catch (fault) {
      forget();
      throw fault;
    }
  }

  // What was declared and must not leave after all: its record ends as `not_sent`, and its parts have not been sent.
  #withhold(exchange: Exchange, { forget }: OnRecord, thrown: unknown): Relayed {
    forget();
    return { outcome: 'not_sent', reason: this.#sendRefusal(exchange, exchange, thrown), facts: {}, answerBytes: 0 };
  }

  async #parts(
    exchange: Exchange,
    body: Body,
    { client: { sessionId }, parcel, cleared: { inspection } }: Pick<Leaving, 'client' | 'parcel' | 'cleared'>,
  ): Promise<Declared> {
    const { tenantId, fingerprintKey, sender } = exchange.admission;
    const { personId } = sender;
    const { waitMs } = this.#gateway.limits;
    const sessions = exchange.isCountsOnly ? this.#unkeptSessions : this.#sessions;
    const sent =
      sessionId === undefined
        ? new Set<string>()
        : await waitForDatabase(waitMs, () => sessions.of({ tenantId, personId, sessionId }));
    return declareParts(parcel.peek(), body.pieces, { fingerprintKey, sent, inspection });
  }

  async #close(exchange: Exchange, receipt: Receipt, relayed: Relayed): Promise<void> {
    const { ledger, tell } = this.#gateway;
    if (relayed.outcome === 'organization_mismatch') await this.#stopContract(exchange, relayed);
    try {
      const record = finishedRecord(this.#gateway, exchange, { declaredBy: receipt.recordId, relayed });
      await ledger.append(kept(exchange, record), { isPatient: true, subjectId: exchange.admission.sender.personId });
    } catch (fault) {
      // The answer has gone out by now. Start-up will close the exchange as abandoned; until then it shows as open.
      tell({ kind: 'record_lost', exchangeId: exchange.id, code: describeCause(fault) });
    }
  }

  async #stopContract(exchange: Exchange, relayed: Relayed): Promise<void> {
    const { tenantId, sender, contract, language } = exchange.admission;
    const mismatch = {
      expectedOrganizationId: contract.organizationId ?? '',
      answeredOrganizationId: relayed.organizationId ?? '',
    };
    this.#gateway.tell({ kind: 'contract_stopped', contractId: sender.contractId, exchangeId: exchange.id });
    await this.#gateway.stopContract({ tenantId, contractId: sender.contractId, exchangeId: exchange.id, ...mismatch });
    sendRefusal(exchange.response, refusalOf(gatewayError('gateway_organization_mismatch'), language));
  }

  #refuse(handled: Handled, exchange: Exchange | undefined, thrown: unknown): void {
    const code = this.#sendRefusal(handled, exchange, thrown);
    if (!exchange) return;
    const { ledger, tell } = this.#gateway;
    ledger.append(kept(exchange, refusedRecord(this.#gateway, exchange, code))).catch((fault: unknown) => {
      tell({ kind: 'record_lost', exchangeId: exchange.id, code: describeCause(fault) });
    });
  }

  // Tells the client and the operator; returns the code it told.
  #sendRefusal({ request, response }: Handled, exchange: Exchange | undefined, thrown: unknown): string {
    const { tell, language } = this.#gateway;
    const readerLanguage = thrown instanceof Refused ? thrown.language : exchange?.admission.language;
    const refusal = refusalOf(thrown, readerLanguage ?? language);
    const { code } = refusal.fault;
    // What became an internal fault for the client is named to the operator, whatever it was.
    if (code === 'gateway_internal') tell({ kind: 'fault', cause: describeCause(thrown) });
    tell({ kind: 'refused', code, ...(exchange ? { exchangeId: exchange.id } : {}) });
    sendRefusal(response, refusal);
    discardBody(request);
    return code;
  }
}

// Said beside the answer, and only where it is not begun: the client need not know of it.
function notice({ response }: Exchange, { decision }: Cleared): void {
  const training = decision?.training;
  if ((training === 'in_grace' || training === 'exempt') && !response.headersSent)
    response.setHeader('x-octroi-notice', `training_${training}`);
}

function carriesMessages({ route }: Pick<Exchange, 'route'>): boolean {
  return route.kind === 'messages' || route.kind === 'count_tokens';
}

function isUpload({ route }: Exchange): boolean {
  return route.kind === 'file_upload';
}

function kept({ isCountsOnly }: Exchange, record: RecordOfWork): RecordOfWork {
  return isCountsOnly ? countsOnly(record) : record;
}

// Headers and query leave as they are: whatever is found in one is nothing they need.
function assertBare(inspector: Inspector, { admission, route }: Exchange, headers: UpstreamHeaders): UpstreamHeaders {
  if (!inspector.isBare(`${headers.clientText}\n${route.query}\n${route.path}`, admission))
    throw gatewayError('gateway_headers_sensitive');
  return headers;
}

// Whose bodies are likely to begin alike. A guess only: it makes reading cheap and cannot make it wrong.
function conversationOf({ admission, request }: Exchange): string {
  const { headers } = request;
  const names = [headers['x-claude-code-session-id'], headers['x-claude-code-agent-id']];
  return `${admission.tenantId} ${admission.sender.keyId} ${names.join(' ')}`;
}
