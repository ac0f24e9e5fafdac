import { request } from 'undici';
import { evidenceError } from '../errors.ts';

export type PushTarget = {
  /** The address of the instance: what its API lies under as `/api`. */
  readonly url: string;
  /** A personal access token of a user who may add libraries. */
  readonly token: string;
};

const waitMs = 30_000;

/**
 * Uploads a library to a CISO Assistant instance, as its own console does: the text as the body, named in a header. The
 * token goes nowhere else, and a redirection is not followed with it.
 * @throws evidence_push_address_invalid, evidence_push_unreachable, evidence_push_refused
 */
export async function pushLibrary(text: string, { url, token }: PushTarget): Promise<void> {
  const address = addressOf(url);
  const answered = await request(new URL('stored-libraries/upload/', address), {
    method: 'POST',
    headers: {
      authorization: `Token ${token}`,
      'content-type': 'application/x-yaml',
      'content-disposition': 'attachment; filename=octroi-controls.yaml',
    },
    body: text,
    headersTimeout: waitMs,
    bodyTimeout: waitMs,
  }).catch((fault: unknown) => {
    throw evidenceError('evidence_push_unreachable', { url: address.origin }, fault);
  });
  await answered.body.dump();
  const { statusCode: status } = answered;
  if (status < 200 || status > 299) throw evidenceError('evidence_push_refused', { url: address.origin, status });
}

const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

// A token is not sent in the clear, but to this very machine.
function addressOf(url: string): URL {
  const parsed = URL.parse(`${url.replace(/\/+$/, '').replace(/\/api$/, '')}/api/`);
  const isSafe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && ownHosts.has(parsed.hostname));
  if (!parsed || !isSafe || parsed.username !== '' || parsed.search !== '')
    throw evidenceError('evidence_push_address_invalid');
  return parsed;
}
