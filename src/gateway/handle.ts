import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeCause, OctroiError } from '../base/index.ts';
import type { Receipt } from '../ledger/index.ts';
import type { Admission, AdmissionAnswer, Looked } from './admission.ts';
import { BodyMemory } from './anthropic/body-memory.ts';
import { type Body, readBody } from './anthropic/read-body.ts';
import { type Declared, declareParts } from './declare.ts';
import { gatewayError } from './errors.ts';
import { clientFacts, type Exchange } from './exchange.ts';
import { forward, type Upstreams } from './forward.ts';
import type { GatewayParts } from './gateway.ts';
import type { HeldBytes } from './held-bytes.ts';
import { presentedKey } from './identify.ts';
import { discardBody } from './discard-body.ts';
import { keepAlive } from './keep-alive.ts';
import { receiveBody } from './receive-body.ts';
import { declaredRecord, finishedRecord, refusedRecord } from './records.ts';
import { refusalOf, sendRefusal } from './refuse.ts';
import type { Relayed } from './relay.ts';
import { upstreamHeaders } from './request-headers.ts';
import { findRoute } from './route.ts';
import { SessionMemory } from './session-memory.ts';
import { waitForDatabase } from './wait-for-database.ts';

type Handled = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** The way of one request, from its headers to the record of its end. */
export class Handler {
  readonly #gateway: GatewayParts;
  readonly #upstreams: Upstreams;
  readonly #held: HeldBytes;
  readonly #sessions: SessionMemory;
  readonly #bodies = new BodyMemory();

  constructor(gateway: GatewayParts, upstreams: Upstreams, held: HeldBytes) {
    this.#gateway = gateway;
    this.#upstreams = upstreams;
    this.#held = held;
    this.#sessions = new SessionMemory(gateway.loadSession);
  }

  /** Resolves when the exchange is over and its end is on record. Never rejects: whatever goes wrong refuses the request. */
  async handle({ request, response }: Handled): Promise<void> {
    let exchange: Exchange | undefined;
    try {
      const startedAt = performance.now();
      const route = findRoute(request.method ?? '', request.url ?? '');
      if (route.kind === 'hello') return void response.writeHead(200).end();
      const { admission, confirm } = await this.#identify(request);
      exchange = { id: this.#gateway.newId(), startedAt, route, request, response, admission };
      await this.#carry(exchange, confirm);
    } catch (thrown) {
      this.#refuse({ request, response }, exchange, thrown);
    }
  }

  // Before the body is read: who sends, and under which contract.
  async #identify(request: IncomingMessage): Promise<{ admission: Admission; confirm: () => Promise<void> }> {
    const key = presentedKey(request.rawHeaders);
    const { admit, limits } = this.#gateway;
    const looked = await waitForDatabase(limits.waitMs, () => admit(key));
    const admission = admitted(looked.answer);
    // Memory served while the database was away; the declaration is in it by now, so it will answer.
    const confirm = async (): Promise<void> => {
      const { answer } = await waitForDatabase(limits.waitMs, async () => confirmed(await admit(key)));
      admitted(answer);
    };
    return { admission, confirm };
  }

  async #carry(exchange: Exchange, confirm: () => Promise<void>): Promise<void> {
    const bytes = await this.#receive(exchange);
    const release = this.#held.take(bytes.length);
    try {
      const body = exchange.route.kind === 'models' ? undefined : this.#read(exchange, bytes);
      const stopPings = body?.isStream ? keepAlive(exchange.response, this.#gateway.limits) : () => {};
      try {
        const { headers, clientBytes } = upstreamHeaders(exchange.request.rawHeaders, exchange.admission.contract);
        const receipt = await this.#declare(exchange, { body, bytes, headerBytes: clientBytes });
        await confirm();
        const relayed = await forward(this.#upstreams, { exchange, headers, body: bytes, stopPings });
        await this.#close(exchange, receipt, relayed);
      } finally {
        stopPings();
      }
    } finally {
      release();
    }
  }

  #read(exchange: Exchange, bytes: Buffer): Body {
    const conversation = conversationOf(exchange);
    const body = readBody(bytes, exchange.admission.fingerprintKey, this.#bodies.of(conversation));
    this.#bodies.keep(conversation, body.remembered);
    return body;
  }

  async #receive(exchange: Exchange): Promise<Buffer> {
    const { request, route } = exchange;
    if (route.kind !== 'models') return receiveBody(request, this.#gateway.limits);
    request.resume(); // A GET's body means nothing; it is passed over and goes nowhere.
    return Buffer.alloc(0);
  }

  // The ledger says yes before a byte leaves; what it could not take has not left.
  async #declare(
    exchange: Exchange,
    leaving: { body: Body | undefined; bytes: Buffer; headerBytes: number },
  ): Promise<Receipt> {
    const { body, bytes, headerBytes } = leaving;
    const declared = body ? await this.#parts(exchange, body, bytes) : { parts: [], forget: () => {} };
    const record = declaredRecord(this.#gateway, exchange, {
      body,
      bodyBytes: bytes.length,
      headerBytes,
      parts: declared.parts,
    });
    try {
      return await this.#gateway.ledger.append(record);
    } catch (fault) {
      declared.forget();
      throw fault;
    }
  }

  async #parts(exchange: Exchange, body: Body, bytes: Buffer): Promise<Declared> {
    const { tenantId, fingerprintKey } = exchange.admission;
    const { sessionId } = clientFacts(exchange, body);
    const { waitMs } = this.#gateway.limits;
    const sent =
      sessionId === undefined
        ? new Set<string>()
        : await waitForDatabase(waitMs, () => this.#sessions.of(tenantId, sessionId));
    return declareParts(bytes, body.pieces, { fingerprintKey, sent });
  }

  async #close(exchange: Exchange, receipt: Receipt, relayed: Relayed): Promise<void> {
    const { ledger, tell } = this.#gateway;
    if (relayed.outcome === 'organization_mismatch') await this.#stopContract(exchange, relayed);
    try {
      const record = finishedRecord(this.#gateway, exchange, { declaredBy: receipt.recordId, relayed });
      await ledger.append(record, { isPatient: true });
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

  #refuse({ request, response }: Handled, exchange: Exchange | undefined, thrown: unknown): void {
    const { ledger, tell, language } = this.#gateway;
    const readerLanguage = thrown instanceof Refused ? thrown.language : exchange?.admission.language;
    const refusal = refusalOf(thrown, readerLanguage ?? language);
    const { code } = refusal.fault;
    if (!(thrown instanceof OctroiError)) tell({ kind: 'fault', cause: describeCause(thrown) });
    tell({ kind: 'refused', code, ...(exchange ? { exchangeId: exchange.id } : {}) });
    sendRefusal(response, refusal);
    discardBody(request);
    if (!exchange) return;
    const { id } = exchange;
    ledger.append(refusedRecord(this.#gateway, exchange, code)).catch((fault: unknown) => {
      tell({ kind: 'record_lost', exchangeId: id, code: describeCause(fault) });
    });
  }
}

/** A refusal that knows the language of the person it refuses. */
class Refused extends OctroiError {
  readonly language: Admission['language'] | undefined;

  constructor(fault: OctroiError, language: Admission['language'] | undefined) {
    super(fault.code, fault.args);
    this.language = language;
  }
}

function confirmed(looked: Looked): Looked {
  if (!looked.isConfirmed) throw new Error('the database is away');
  return looked;
}

const refusedAdmissions = {
  unknown: 'gateway_key_unknown',
  expired: 'gateway_key_expired',
  revoked: 'gateway_key_revoked',
  no_contract: 'gateway_contract_missing',
} as const;

function admitted(answer: AdmissionAnswer): Admission {
  if (answer.kind === 'refused') throw new Refused(gatewayError(refusedAdmissions[answer.reason]), answer.language);
  if (answer.admission.contract.isStopped)
    throw new Refused(gatewayError('gateway_contract_stopped'), answer.admission.language);
  return answer.admission;
}

// Whose bodies are likely to begin alike. A guess only: it makes reading cheap and cannot make it wrong.
function conversationOf({ admission, request }: Exchange): string {
  const { headers } = request;
  const names = [headers['x-claude-code-session-id'], headers['x-claude-code-agent-id']];
  return `${admission.tenantId} ${admission.sender.keyId} ${names.join(' ')}`;
}
