import type { ErrorView } from '../../console-api/contract.ts';
import { currentLanguage } from '../language/current-language.ts';
import { ApiFault } from './fault.ts';

export type Call = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** A server that takes a connection and says nothing must not hold a page for ever. */
  readonly patienceMs?: number;
};

const usualPatienceMs = 15_000;

/**
 * Asks octroi's API and resolves with what it answered.
 * @throws ApiFault; the abort of `signal` comes through as it is.
 */
export async function call<T>(
  path: string,
  { method = 'GET', body, signal, patienceMs = usualPatienceMs }: Call = {},
): Promise<T> {
  const answer = await send(path, {
    method,
    body,
    signal: AbortSignal.any([AbortSignal.timeout(patienceMs), ...(signal ? [signal] : [])]),
  });
  if (answer.status === 204) return undefined as T;
  const content = await readJson(answer);
  if (!answer.ok) throw isErrorView(content) ? new ApiFault(content.code, content) : new ApiFault('unreadable');
  // The one place where what comes from outside gets its type: the server is built from the same contract.
  return content as T;
}

/** Asks for a file that octroi makes, such as a proof, and resolves with its text. @throws as `call` */
export async function callText(path: string): Promise<string> {
  const answer = await send(path, { method: 'GET', body: undefined, signal: AbortSignal.timeout(usualPatienceMs) });
  if (answer.ok) return answer.text();
  const content = await readJson(answer);
  throw isErrorView(content) ? new ApiFault(content.code, content) : new ApiFault('unreadable');
}

/** Has octroi make a file for what is asked, and resolves with it. @throws as `call` */
export async function callFile(path: string, body: unknown): Promise<Blob> {
  const answer = await send(path, { method: 'POST', body, signal: AbortSignal.timeout(600_000) });
  if (answer.ok) return answer.blob();
  const content = await readJson(answer);
  throw isErrorView(content) ? new ApiFault(content.code, content) : new ApiFault('unreadable');
}

async function send(path: string, { method, body, signal }: Required<Pick<Call, 'method' | 'body' | 'signal'>>) {
  const headers: Record<string, string> = { 'accept-language': currentLanguage() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw new ApiFault('away');
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    // A proxy's or a sign-in page's HTML, or an answer cut short: in either case it is not what octroi says.
    throw new ApiFault('unreadable');
  }
}

function isErrorView(content: unknown): content is ErrorView {
  return typeof content === 'object' && content !== null && 'code' in content && typeof content.code === 'string';
}
