import type { ContentCaptured } from '../../ledger/index.ts';
import type { Configuration, Policy } from '../../policy/index.ts';
import { readBody } from '../anthropic/read-body.ts';
import type { Cleared } from '../clear.ts';
import { gatewayError } from '../errors.ts';
import { clientFacts, type Exchange } from '../exchange.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Body } from '../anthropic/read-body.ts';

/** A capture that two persons agreed to. */
export type ApprovedCapture = {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
  readonly days: number;
};

/** The captures of a tenant that are approved at this moment; handed in by the wiring. */
export type CapturesOf = (tenantId: string) => readonly ApprovedCapture[];

export type Capturing = Pick<GatewayParts, 'captures' | 'policy' | 'ledger' | 'newId' | 'now'>;
export type Captured = { readonly body: Body; readonly cleared: Cleared; readonly firstSent: ReadonlySet<string> };

const dayMs = 86_400_000;
const longestPieceCharacters = 500_000;

/**
 * Writes down the content of what is about to leave, where the policy and two persons said so for its label: each part the
 * first time it leaves in its session. Never under zero retention. What cannot be written down does not leave.
 * @throws gateway_capture_failed, ledger_…
 */
export async function captureContent(
  capturing: Capturing,
  exchange: Exchange,
  { body, cleared, firstSent }: Captured,
): Promise<void> {
  const { decision, outgoing } = cleared;
  if (exchange.isCountsOnly || !decision || decision.verdict === 'block') return;
  const inForce = capturesInForce(capturing, exchange.admission.tenantId);
  if (inForce.size === 0) return;
  const bytes = outgoing.peek();
  // Redaction changes what strings hold, never what pieces there are.
  const pieces = decision.verdict === 'allow' ? body.pieces : readBody(bytes, exchange.admission.fingerprintKey).pieces;
  if (pieces.length !== body.pieces.length) throw gatewayError('gateway_capture_failed');
  for (const [index, { start, end, facts }] of pieces.entries()) {
    const capture = inForce.get(decision.parts[index]?.label ?? '');
    const fingerprint = body.pieces[index]?.fingerprint ?? '';
    if (!capture || !firstSent.has(fingerprint)) continue;
    const part = { index, kind: facts.kind, fingerprint };
    const content = bytes.toString('utf8', start, end);
    for (const record of recordsOf(capturing, { exchange, body, capture, part, content }))
      await capturing.ledger.append(record);
  }
}

/** By label: what is approved, and said in the same words by the policy in force. */
function capturesInForce({ captures, policy }: Capturing, tenantId: string): ReadonlyMap<string, ApprovedCapture> {
  const approved = captures?.(tenantId) ?? [];
  if (approved.length === 0) return new Map();
  const said = captureOf(policy());
  return new Map(
    approved
      .filter(({ label, purpose, days }) => said[label]?.purpose === purpose && said[label]?.days === days)
      .map((capture) => [capture.label, capture]),
  );
}

function captureOf({ configuration }: Policy): NonNullable<Configuration['capture']> {
  return configuration.capture ?? {};
}

type Recording = {
  readonly exchange: Exchange;
  readonly body: Body;
  readonly capture: ApprovedCapture;
  readonly part: ContentCaptured['part'];
  readonly content: string;
};

function* recordsOf({ newId, now }: Capturing, recording: Recording): Generator<ContentCaptured> {
  const { exchange, body, capture, part, content } = recording;
  const at = now();
  const { sessionId } = clientFacts(exchange, body);
  const count = Math.max(1, Math.ceil(content.length / longestPieceCharacters));
  for (let piece = 1; piece <= count; piece += 1)
    yield {
      kind: 'content_captured',
      id: newId(),
      tenantId: exchange.admission.tenantId,
      recordedAt: at.toISOString(),
      exchangeId: exchange.id,
      captureId: capture.id,
      sender: exchange.admission.sender,
      ...(sessionId === undefined ? {} : { session: sessionId }),
      label: capture.label,
      until: new Date(at.getTime() + capture.days * dayMs).toISOString(),
      part,
      piece: [piece, count],
      // A cut between the two halves of a character would not be text; each half becomes a mark of its own.
      content: content.slice((piece - 1) * longestPieceCharacters, piece * longestPieceCharacters).toWellFormed(),
    };
}
