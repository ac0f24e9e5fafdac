import { Agent, createServer, type IncomingMessage, request as requestOf, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { describeCause } from '../../base/index.ts';
import { egressError } from '../errors.ts';
import { answerRefusal, refuseSocket } from '../refuse.ts';
import { endToEnd, valuesOf } from './end-to-end.ts';
import type { DecidedRequest } from './decide-request.ts';
import type { Inside, Outcome } from './inside.ts';

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** Serves the requests of an inspected tunnel over HTTP/1.1, one connection on each side. Tells whether one has come. */
export function serveHttp1(inside: Inside): () => boolean {
  const { client, language, upstream } = inside;
  const running = new Set<ServerResponse>();
  let hasCome = false;
  let isEnding = false;
  const agent = 'socket' in upstream ? agentFor(upstream.socket) : undefined;
  const server = createServer(
    // How long a body may take is the tunnel's matter; which host is asked for is judged here, and not by its absence.
    { maxHeaderSize: 65_536, requireHostHeader: false, requestTimeout: 0, keepAliveTimeout: 0 },
    (request, response) => {
      hasCome = true;
      isEnding ||= misframed(request) !== undefined;
      running.add(response);
      response.once('close', () => {
        running.delete(response);
        if (running.size === 0 && isOver()) client.destroySoon();
      });
      serve(inside, agent, { request, response });
    },
  );
  // Two lengths, a length beside chunks, what is no HTTP: the parser says so, and nothing of it was passed on.
  server.on('clientError', (_fault, socket) => refused(inside, socket));
  server.on('connect', (_request, socket) => refused(inside, socket));
  client.once('close', () => agent?.destroy());
  // What the host has sent before it closed is still on its way to the client.
  if ('socket' in upstream) upstream.socket.once('close', () => running.size === 0 && client.destroySoon());
  server.emit('connection', client);
  return () => hasCome;

  function isOver(): boolean {
    return 'socket' in upstream && upstream.socket.destroyed;
  }

  function refused({ begin }: Inside, socket: Duplex): void {
    // A request that was refused by its head has its answer; the connection ends with it.
    if (isEnding) return;
    hasCome = true;
    const decided = malformed();
    if (socket.writable) begin(decided)(refusedWith(400));
    refuseSocket(socket as Socket, decided.fault, language);
  }
}

// The one connection that was dialled and recorded: there is no second one behind it.
function agentFor(socket: Socket): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let isTaken = false;
  agent.createConnection = () => {
    if (isTaken) throw Object.assign(new Error('closed'), { code: 'ECONNRESET' });
    isTaken = true;
    return socket;
  };
  return agent;
}

function refusedWith(status: number): Outcome {
  return { status, bytesOut: 0, bytesIn: 0 };
}

function serve(inside: Inside, agent: Agent | undefined, { request, response }: Exchange): void {
  const { upstream, language } = inside;
  const { method = '', url: target = '', headers, rawHeaders } = request;
  const hosts = valuesOf(rawHeaders, 'host');
  const isUpgrade = headers.upgrade !== undefined;
  const decided = misframed(request) ?? inside.decide({ method, target, hosts, isUpgrade });
  const end = inside.begin(decided);
  const fault = decided.fault ?? ('fault' in upstream ? upstream.fault : undefined);
  if (fault === undefined && agent) return forward(inside, { request, response, agent, end });
  answerRefusal(request, response, { fault, language });
  end(refusedWith(response.statusCode));
}

type Forwarding = Exchange & { readonly agent: Agent; readonly end: (outcome: Outcome) => void };

function forward(inside: Inside, { request, response, agent, end }: Forwarding): void {
  let [bytesOut, bytesIn] = [0, 0];
  response.sendDate = false;
  const upstream = requestOf({
    agent,
    method: request.method,
    path: request.url,
    setHost: false,
    headers: [
      'Host',
      request.headers.host ?? inside.host,
      ...framing(request),
      ...inside.restricted(endToEnd(request.rawHeaders)),
    ],
  });
  request.on('data', (chunk: Buffer) => (bytesOut += chunk.length));
  response.once('close', () => {
    end({ status: response.headersSent ? response.statusCode : undefined, bytesOut, bytesIn });
    if (!response.writableFinished) upstream.destroy();
  });
  const broken = (fault: unknown): void => {
    const cause = describeCause(fault);
    if (response.headersSent) return void response.destroy();
    const told = egressError('egress_unreachable', { host: inside.host, cause });
    answerRefusal(request, response, { fault: told, language: inside.language });
  };
  upstream.once('error', broken);
  upstream.once('response', (answer) => {
    answer.on('data', (chunk: Buffer) => (bytesIn += chunk.length));
    answer.once('error', broken);
    try {
      pass(answer, response);
    } catch (fault) {
      // A status or a header that this side may not write: it is no answer.
      upstream.destroy();
      broken(fault);
    }
  });
  request.pipe(upstream);
}

function pass(answer: IncomingMessage, response: ServerResponse): void {
  const isLast =
    answer.httpVersion === '1.0' || valuesOf(answer.rawHeaders, 'connection').some((each) => /\bclose\b/i.test(each));
  const length = answer.headers['content-length'];
  const headers = [
    ...endToEnd(answer.rawHeaders),
    ...(length === undefined ? [] : ['Content-Length', length]),
    ...(isLast ? ['Connection', 'close'] : []),
  ];
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', headers);
  // Whoever waits for the first event of a stream has its head at once.
  response.flushHeaders();
  answer.pipe(response);
}

// The parser has seen to it that there is one of them at most.
function framing({ headers, method }: IncomingMessage): readonly string[] {
  if (headers['transfer-encoding'] !== undefined) return ['Transfer-Encoding', 'chunked'];
  const length = headers['content-length'];
  if (length !== undefined) return ['Content-Length', length];
  return method === 'GET' || method === 'HEAD' ? [] : ['Content-Length', '0'];
}

// A coding beneath the chunks would have to be undone and done again.
function misframed({ headers }: IncomingMessage): DecidedRequest | undefined {
  const coding = headers['transfer-encoding'];
  return coding === undefined || coding.toLowerCase() === 'chunked' ? undefined : malformed();
}

function malformed(): DecidedRequest {
  const fault = egressError('egress_request_malformed');
  return { method: 'OTHER', path: '', decision: 'refused', reason: fault.code, fault };
}
