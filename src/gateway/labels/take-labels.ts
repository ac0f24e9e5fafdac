import type { ServerResponse } from 'node:http';
import { canonicalJson, OctroiError } from '../../base/index.ts';
import type { LabelledRepository, RepositoryLabelled } from '../../ledger/index.ts';
import { errorText } from '../../messages/index.ts';
import { type Policy, repositoryGlobs } from '../../policy/index.ts';
import type { Admission } from '../admission.ts';
import { gatewayError } from '../errors.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Inspector } from '../inspection/inspect.ts';
import { countsOnly, isUnderZeroRetention } from '../counts-only.ts';
import { waitForDatabase } from '../wait-for-database.ts';
import { type HandedIn, readHandedIn } from './read-handed-in.ts';
import type { SessionOf } from '../session-memory.ts';
import type { SessionLabels } from './session-labels.ts';

export type LabelsRequest = {
  readonly body: Buffer;
  readonly userAgent: string | undefined;
  readonly admission: Admission;
  readonly response: ServerResponse;
};

type Taking = { readonly gateway: GatewayParts; readonly inspector: Inspector; readonly labels: SessionLabels };

/** A file as it was taken: what of it counts, and what its writer should be told. */
type Taken = LabelledRepository & { readonly told?: string };

const mostBytesOfFile = 64 * 1024;
// A file is edited a few times in a session. Whoever sends more makes the gateway hold more than a session is worth.
const mostOfSession = 100;

/**
 * Takes in the labels that repositories ask for. The record is durable before the answer; from then on they count for the
 * session, whichever gateway it meets, and none that counted before is taken back. A file that cannot be read counts as
 * asking for the strictest label.
 * @throws gateway_labels_malformed, gateway_labels_secret, gateway_labels_too_many, ledger_…
 */
export async function takeLabels(
  taking: Taking,
  { body, userAgent, admission, response }: LabelsRequest,
): Promise<void> {
  const { gateway, labels } = taking;
  const { tenantId, sender } = admission;
  const handedIn = readHandedIn(body);
  const { sessionId } = handedIn;
  const session = { tenantId, personId: sender.personId, sessionId };
  const files = await readFiles(taking, handedIn, admission);
  const isCountsOnly = isUnderZeroRetention(gateway, admission);
  const before = isCountsOnly ? labels.ofUnkept(session) : await readAnew(taking, session);
  const known = new Set(before.map(contentOf));
  const fresh = files.filter((file) => !known.has(contentOf(file)));
  if (before.length + fresh.length > mostOfSession) throw gatewayError('gateway_labels_too_many', {});
  for (const { root, labels: globs, refused } of fresh) {
    const record: RepositoryLabelled = {
      kind: 'repository_labelled',
      id: gateway.newId(),
      tenantId,
      recordedAt: gateway.now().toISOString(),
      sender,
      client: { ...(userAgent === undefined ? {} : { userAgent }), sessionId },
      root,
      labels: globs,
      ...(refused === undefined ? {} : { refused }),
    };
    await gateway.ledger.append(isCountsOnly ? countsOnly(record) : record);
  }
  if (isCountsOnly) labels.addUnkept(session, fresh.map(asLabelled));
  else labels.forget(session);
  send(response, files);
}

function readAnew({ gateway, labels }: Taking, session: SessionOf): Promise<readonly LabelledRepository[]> {
  labels.forget(session);
  return waitForDatabase(gateway.limits.waitMs, () => labels.of(session));
}

function asLabelled({ root, labels, refused }: Taken): LabelledRepository {
  return { root, labels, ...(refused === undefined ? {} : { refused }) };
}

async function readFiles(
  { gateway, inspector }: Taking,
  { files }: HandedIn,
  { language }: Admission,
): Promise<readonly Taken[]> {
  const policy = gateway.policy();
  const read = files.map((file) => readFile(policy, file, language));
  const found = await inspector.findIn(
    read.map(({ root, labels }) => [root, ...Object.entries(labels).flat(2)].join('\n')),
  );
  // What they hold is kept for as long as the session's records are.
  if (found.flat().some((finding) => finding.class === 'secret')) throw gatewayError('gateway_labels_secret', {});
  return read;
}

function readFile(policy: Policy, { root, text }: HandedIn['files'][number], language: 'fr' | 'en'): Taken {
  if (text === null || Buffer.byteLength(text) > mostBytesOfFile)
    return refusedFile(root, gatewayError('gateway_labels_unreadable', { root }), language);
  try {
    return { root, labels: repositoryGlobs(policy.labels, { name: '.octroi.yaml', text }, root) };
  } catch (fault) {
    // What a parser of a stranger's file throws is no fault of ours, whatever it is.
    const named = fault instanceof OctroiError ? fault : gatewayError('gateway_labels_unreadable', { root }, fault);
    return refusedFile(root, named, language);
  }
}

function refusedFile(root: string, { code, args }: OctroiError, language: 'fr' | 'en'): Taken {
  const { text, hint } = errorText(language, code, args);
  return { root, labels: {}, refused: code, told: `octroi: ${text} ${hint} [${code}]` };
}

function contentOf({ root, labels, refused = '' }: LabelledRepository): string {
  return canonicalJson({ root, labels, refused });
}

// `systemMessage` is what Claude Code shows its person of a hook's answer (code.claude.com/docs/en/hooks).
function send(response: ServerResponse, files: readonly Taken[]): void {
  const told = files.flatMap((file) => file.told ?? []);
  const text = JSON.stringify({
    files: files.map(({ root, labels, refused }) =>
      refused === undefined ? { root, labels: Object.keys(labels) } : { root, refused },
    ),
    ...(told.length === 0 ? {} : { systemMessage: told.join('\n') }),
  });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
