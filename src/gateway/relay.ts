import type { ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import type { OctroiError } from '../base/index.ts';
import type { ExchangeOutcome } from '../ledger/index.ts';
import type { Language } from './admission.ts';
import { type AnswerFacts, type AnswerObserver, observeAnswer } from './anthropic/observe-answer.ts';
import { gatewayError } from './errors.ts';
import { AnswerHeld } from './outputs/read-written.ts';
import { errorEvent, refusalOf, sendRefusal } from './refuse.ts';
import { type AnswerRestorer, answerRestorer } from './restoration/answer-restorer.ts';
import type { Restoration } from './restoration/block-restorer.ts';

/**
 * How an exchange ended, for its record. After `organization_mismatch` the client has not been told yet: the contract is
 * stopped first.
 */
export type Relayed = {
  readonly outcome: ExchangeOutcome;
  /** Why it was not sent, as an error code. */
  readonly reason?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly organizationId?: string;
  readonly facts: AnswerFacts;
  readonly answerBytes: number;
  /** How many values were put back; absent when there was none to put back. */
  readonly restoredValues?: number;
  /** The answer as the client has it, to mark what the model wrote; absent for what is no message. */
  readonly held?: AnswerHeld;
};

export type RelayOptions = {
  readonly response: ServerResponse;
  readonly language: Language;
  /** The organisation that must answer, when the contract names one. */
  readonly expectedOrganizationId: string | undefined;
  /** What values are put back into the answer; undefined when the request left as it was. */
  readonly restoration: Restoration | undefined;
  /** Whether what the model writes is to be marked. */
  readonly isKept: boolean;
};

const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const hopByHopAndLength: ReadonlySet<string> = new Set([...hopByHop, 'content-length']);
const maxErrorBodyBytes = 64 * 1024;

/**
 * Carries the vendor's answer to the client as it comes: every byte, in order, none held back. Where the request had
 * values replaced, they are put back on the way.
 *
 * Reading waits for a slow client. A client that leaves ends the upstream request. What breaks in the middle is told in
 * the stream, or by breaking the connection where no telling is possible; an answer is never made to look whole.
 * `done` resolves once, whatever happens, and never rejects.
 */
export class Relay implements Dispatcher.DispatchHandler {
  readonly done: Promise<Relayed>;
  readonly #options: RelayOptions;
  readonly #finish: (relayed: Relayed) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #observer: AnswerObserver = observeAnswer(undefined, undefined);
  #head: Pick<Relayed, 'status' | 'requestId' | 'organizationId'> = {};
  #restorer: AnswerRestorer | undefined;
  #held: AnswerHeld | undefined;
  #answerBytes = 0;
  #hasClientLeft = false;
  #isStream = false;
  // The last bytes so far: an event ends with an empty line.
  #tail = '';
  #refused: OctroiError | undefined;
  /** Set while an error document becomes an event, because a stream had begun before it came. */
  #errorBody: Buffer[] | undefined;

  constructor(options: RelayOptions) {
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<Relayed>();
    this.done = promise;
    this.#finish = resolve;
    if (options.response.destroyed) this.#onClientClose();
    else options.response.once('close', () => this.#onClientClose());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#hasClientLeft) controller.abort(new Error('the client has left'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return;
    const { response, expectedOrganizationId } = this.#options;
    const organizationId = single(headers['anthropic-organization-id']);
    this.#head = {
      status,
      ...optional('requestId', single(headers['request-id'])),
      ...optional('organizationId', organizationId),
    };
    const contentType = single(headers['content-type'])?.toLowerCase();
    if (
      organizationId !== undefined &&
      expectedOrganizationId !== undefined &&
      organizationId.toLowerCase() !== expectedOrganizationId.toLowerCase()
    ) {
      return this.#refuse(controller, gatewayError('gateway_organization_mismatch'));
    }
    if (!isApiAnswer(status, contentType))
      return this.#refuse(controller, gatewayError('gateway_upstream_not_api', { status }));
    this.#observer = observeAnswer(contentType, single(headers['content-encoding']));
    const isEncoded = !['', 'identity'].includes(single(headers['content-encoding']) ?? '');
    if (this.#options.restoration && isEncoded)
      return this.#refuse(controller, gatewayError('gateway_answer_encoded', { status }));
    if (this.#options.restoration && status === 200)
      this.#restorer = answerRestorer(contentType, this.#options.restoration);
    const isStream = contentType?.startsWith('text/event-stream') === true;
    this.#isStream = isStream || response.headersSent;
    if (status === 200 && !isEncoded && this.#options.isKept) this.#held = new AnswerHeld(isStream);
    if (response.headersSent) {
      if (status !== 200 || !isStream) this.#errorBody = [];
      return;
    }
    response.writeHead(status, endToEndHeaders(controller.rawHeaders, this.#restorer ? hopByHopAndLength : hopByHop));
    // The head goes at once, but with whatever came together with it: a short answer is one write to the client, not two.
    process.nextTick(() => {
      if (!response.writableEnded) response.flushHeaders();
    });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { response } = this.#options;
    this.#answerBytes += chunk.length;
    this.#tail = (this.#tail + chunk.toString('latin1', Math.max(0, chunk.length - 3))).slice(-3);
    this.#observer.see(chunk);
    if (this.#errorBody) {
      if (this.#answerBytes <= maxErrorBodyBytes) this.#errorBody.push(chunk);
      return;
    }
    const passing = this.#restorer ? this.#restorer.push(chunk) : chunk;
    this.#held?.keep(passing);
    if (passing.length === 0 || response.write(passing)) return;
    controller.pause();
    response.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    const { response } = this.#options;
    if (this.#errorBody) response.end(documentEvent(Buffer.concat(this.#errorBody)));
    else if (this.#isStream && !/^$|\n\r?\n$/.test(this.#tail)) {
      const cutShort = gatewayError('gateway_upstream_broke_off', { detail: 'half an event' });
      response.write(this.#last() ?? '');
      this.#tell(cutShort);
      return this.#settle(outcomeOf(cutShort));
    } else response.end(this.#last());
    this.#settle('answered');
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, fault: Error): void {
    if (this.#hasClientLeft) return this.#settle('client_left');
    const told = this.#refused ?? this.#faultOf(fault);
    if (told.code !== 'gateway_organization_mismatch') this.#tell(told);
    this.#settle(outcomeOf(told));
  }

  // What the restorer still holds back at the end.
  #last(): Buffer | undefined {
    const last = this.#restorer?.end();
    if (last) this.#held?.keep(last);
    return last;
  }

  #onClientClose(): void {
    if (this.#options.response.writableFinished) return;
    this.#hasClientLeft = true;
    this.#controller?.abort(new Error('the client has left'));
  }

  #refuse(controller: Dispatcher.DispatchController, fault: OctroiError): void {
    this.#refused = fault;
    controller.abort(fault);
  }

  #faultOf(fault: Error): OctroiError {
    const code = 'code' in fault && fault.code !== undefined ? String(fault.code) : fault.name;
    if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
      return gatewayError('gateway_upstream_timed_out', {}, fault);
    // undici tells of the request's start once it has a connection to write it on.
    const wasReached = this.#controller !== undefined;
    return gatewayError(
      wasReached ? 'gateway_upstream_broke_off' : 'gateway_upstream_unreachable',
      { detail: code },
      fault,
    );
  }

  #tell(fault: OctroiError): void {
    const { response, language } = this.#options;
    const refusal = refusalOf(fault, language);
    const status = this.#head.status ?? 0;
    if (!response.headersSent) {
      // A proxy's error page keeps its status, which tells the client whether to try again.
      const manner =
        fault.code === 'gateway_upstream_not_api' && status >= 400 ? { ...refusal.manner, status } : refusal.manner;
      return sendRefusal(response, { ...refusal, manner });
    }
    if (this.#isStream) response.end(errorEvent(refusal));
    else response.destroy(); // A document cut short: only a broken connection keeps it from looking whole.
  }

  #settle(outcome: ExchangeOutcome): void {
    this.#finish({
      outcome,
      ...this.#head,
      facts: this.#observer.facts(),
      answerBytes: this.#answerBytes,
      ...(this.#restorer ? { restoredValues: this.#restorer.count } : {}),
      ...(this.#held ? { held: this.#held } : {}),
    });
  }
}

// A page, a redirection, or an answer that does not say what it is comes from something that stands before the API.
function isApiAnswer(status: number, contentType: string | undefined): boolean {
  if (status >= 300 && status < 400) return false;
  if (contentType === undefined) return status >= 400;
  return !contentType.startsWith('text/html');
}

function outcomeOf(fault: OctroiError): ExchangeOutcome {
  switch (fault.code) {
    case 'gateway_organization_mismatch':
      return 'organization_mismatch';
    case 'gateway_upstream_timed_out':
      return 'upstream_timed_out';
    case 'gateway_upstream_unreachable':
      return 'upstream_unreachable';
    case 'gateway_upstream_not_api':
      return 'answered';
    default:
      return 'upstream_broke_off';
  }
}

function endToEndHeaders(rawHeaders: unknown, withheld: ReadonlySet<string>): string[] {
  const headers: string[] = [];
  if (!Array.isArray(rawHeaders)) return headers;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = String(rawHeaders[at]);
    if (!withheld.has(name.toLowerCase())) headers.push(name, headerText(rawHeaders[at + 1]));
  }
  return headers;
}

// Header bytes are kept as they are: latin1 maps each byte to one character and back.
function headerText(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function optional<Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } {
  if (value === undefined) return {};
  return { [name]: value.slice(0, 200).toWellFormed() } as { readonly [key in Name]?: string };
}

function documentEvent(body: Buffer): string {
  const lines = body.toString('utf8').split(/\r\n|\r|\n/);
  return `event: error\n${lines.map((line) => `data: ${line}\n`).join('')}\n`;
}
