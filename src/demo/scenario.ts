import type { AnswerBlock } from './wire.ts';

/** A captured request of a client: its headers and body, as the fixtures hold them. */
export type CapturedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: unknown;
};

/** One captured session: its requests in order. */
export type Scenario = { readonly name: string; readonly requests: readonly CapturedRequest[] };

/** One request of a session to play, and what the vendor answers to it. */
export type Step = { readonly request: CapturedRequest; readonly answer: readonly AnswerBlock[] };

/** Whose session it is: what takes the place of the captured machine's names. */
export type Cast = {
  readonly home: string;
  readonly repository: string;
  readonly sessionId: string;
  readonly deviceId: string;
};

const capturedFolder = /\/home\/dev\/projects\/[a-z]+/g;
const capturedSession = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const capturedDevice = /0{60,63}\d{1,4}/g;

/**
 * Turns a captured session into one of somebody else's: other folders, another session and device.
 *
 * The answer to each request is what the next request's history says was answered; the last is a closing sentence.
 */
export function castScenario(scenario: Scenario, cast: Cast): readonly Step[] {
  const requests = scenario.requests
    .filter((request) => request.method === 'POST')
    .map((request) => castRequest(request, cast));
  return requests.map((request, index) => ({ request, answer: answerBetween(request, requests[index + 1]) }));
}

function castRequest(request: CapturedRequest, cast: Cast): CapturedRequest {
  const folder = `${cast.home}/projects/${cast.repository}`;
  const text = JSON.stringify(request.body)
    .replace(capturedFolder, folder)
    .replace(capturedSession, cast.sessionId)
    .replace(capturedDevice, cast.deviceId);
  const headers = request.headers.map(
    ([name, value]) => [name, value.replace(capturedSession, cast.sessionId)] as const,
  );
  return { ...request, headers, body: JSON.parse(text) };
}

type Message = { readonly role: string; readonly content: unknown };

function answerBetween(request: CapturedRequest, next: CapturedRequest | undefined): readonly AnswerBlock[] {
  const known = messagesOf(request).length;
  const answered = next
    ? messagesOf(next)
        .slice(known)
        .find((message) => message.role === 'assistant')
    : undefined;
  if (answered && Array.isArray(answered.content)) return answered.content as readonly AnswerBlock[];
  return [{ type: 'text', text: 'Done. The change is small; please look it over before you commit.' }];
}

function messagesOf(request: CapturedRequest): readonly Message[] {
  return (request.body as { messages?: readonly Message[] }).messages ?? [];
}
