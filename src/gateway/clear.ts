import type { OctroiError } from '../base/index.ts';
import { type DeclaredFinding, type DeclaredPart, type LabelledRepository, resentPart } from '../ledger/index.ts';
import { askedLabels, type Decision } from '../policy/index.ts';
import type { Piece } from './anthropic/piece.ts';
import type { Body } from './anthropic/read-body.ts';
import { decide, type Deciding, refusalOfDecision } from './decision/decide.ts';
import { featuresOf } from './decision/features.ts';
import type { ClientFacts, Exchange } from './exchange.ts';
import type { Inspection, Inspector } from './inspection/inspect.ts';
import { type PlacedLeafFindings, redactBody } from './inspection/redact-body.ts';
import { firstBehind, pieceIndexAt } from './inspection/stretch.ts';
import { Parcel } from './parcel.ts';
import type { SessionOf } from './session-memory.ts';
import type { Restoration } from './restoration/block-restorer.ts';

/** What was found in a request and decided of it, and what leaves of it. */
export type Cleared = {
  readonly inspection: Pick<Inspection, 'ruleset' | 'unscannedBytes' | 'parts' | 'between' | 'models'> | undefined;
  /** Absent for a request that carries nothing. */
  readonly decision: Decision | undefined;
  /** What it asks for beyond messages. */
  readonly features: readonly string[];
  /** Why it must not leave; it is declared all the same. */
  readonly fault: OctroiError | undefined;
  readonly outgoing: Parcel;
  readonly restoration: Restoration | undefined;
};

/** A request without a body: there is nothing to look at. */
export function nothingInspected(parcel: Parcel): Cleared {
  return {
    inspection: undefined,
    decision: undefined,
    features: [],
    fault: undefined,
    outgoing: parcel,
    restoration: undefined,
  };
}

const noRepositories: readonly LabelledRepository[] = [];

export type Clearing = {
  readonly inspector: Inspector;
  readonly deciding: Deciding;
  /** What the repositories of a session ask for. */
  readonly repositoriesOf: (session: SessionOf, exchange: Exchange) => Promise<readonly LabelledRepository[]>;
};

/**
 * Inspects a body, asks the policy, and replaces what it wants replaced.
 * @throws scan_timed_out, gateway_scan_failed, detection_mapping_conflict, and what `repositoriesOf` throws
 */
export async function clear(
  { inspector, deciding, repositoriesOf }: Clearing,
  exchange: Exchange,
  { body, parcel, client }: { readonly body: Body; readonly parcel: Parcel; readonly client: ClientFacts },
): Promise<Cleared> {
  const bytes = parcel.peek();
  const { tenantId, fingerprintKey, sender, language } = exchange.admission;
  const { sessionId } = client;
  const conversation = `${tenantId} ${sender.keyId} ${sessionId ?? ''}`;
  const session = sessionId === undefined ? undefined : { tenantId, personId: sender.personId, sessionId };
  // The database answers while the text is looked at.
  const [inspected, repositories] = await Promise.all([
    inspector.inspect({ bytes, body, tenantId, fingerprintKey, conversation }),
    session ? repositoriesOf(session, exchange) : noRepositories,
  ]);
  const features = featuresOf(inspected.features, String(exchange.request.headers['anthropic-beta'] ?? ''));
  const decision = decide(deciding, exchange, { body, inspection: inspected, features, repositories });
  const inspection = handledBy(decision, body.pieces, inspected);
  const passed = { ...nothingInspected(parcel), inspection, decision, features };
  if (decision.verdict === 'block') {
    const { closedRoots } = askedLabels(deciding.policy(), repositories);
    return { ...passed, fault: refusalOfDecision(decision, language, closedRoots.map(exchange.mask)) };
  }
  const { standIns, memory } = inspected;
  const into = new Set(decision.restoreInto);
  // Nothing to replace now, but a stand-in that this conversation was given may stand in what the client still has of it.
  if (decision.verdict === 'allow')
    return memory.meanings.size > 0 && bytes.includes('octr0_')
      ? { ...passed, restoration: { meanings: memory.meanings, memory, into } }
      : passed;
  const { bytes: redacted, meanings } = redactBody(bytes, toRedact(decision, body.pieces, inspected.found), standIns);
  for (const [standIn, meaning] of meanings) memory.gave(standIn, meaning);
  return { ...passed, outgoing: new Parcel(redacted), restoration: { meanings, memory, into } };
}

const isHandledAsMarked = (redact: readonly string[], { detector, handling }: DeclaredFinding): boolean =>
  handling === 'kept' || redact.includes(detector);

// Findings are marked as redacted when they are found; where the policy lets one pass, the declaration says that it stays.
function handledBy(decision: Decision, pieces: readonly Piece[], inspection: Inspection): Inspection {
  const parts = new Map<DeclaredPart, DeclaredPart>();
  if (inspection.parts.size > 0)
    for (const [index, { again }] of pieces.entries()) {
      const part = inspection.parts.get(again);
      const redact = decision.parts[index]?.redact ?? [];
      if (part) parts.set(again, handled(part, redact));
    }
  const redact = decision.parts[pieces.length]?.redact ?? [];
  const between = inspection.between.map((finding) =>
    isHandledAsMarked(redact, finding) ? finding : { ...finding, handling: 'kept' as const },
  );
  return { ...inspection, parts, between };
}

function handled(part: DeclaredPart, redact: readonly string[]): DeclaredPart {
  const findings = part.findings ?? [];
  if (findings.every((finding) => isHandledAsMarked(redact, finding))) return part;
  const { sent: _, ...rest } = part;
  return resentPart({
    ...rest,
    findings: findings.map((finding) =>
      isHandledAsMarked(redact, finding) ? finding : { ...finding, handling: 'kept' as const },
    ),
  });
}

function toRedact(
  decision: Decision,
  pieces: readonly Piece[],
  found: readonly PlacedLeafFindings[],
): readonly PlacedLeafFindings[] {
  return found.flatMap(({ start, marked }) => {
    if (marked.isSealed) return [];
    // Findings of one string may belong to several pieces; each piece that wants one replaced has all such replaced.
    const wanted = new Set<string>();
    const { start: from, end } = marked.leaf;
    for (let at = from + start; at < end + start; ) {
      const index = pieceIndexAt(pieces, at);
      for (const detector of decision.parts[index ?? pieces.length]?.redact ?? []) wanted.add(detector);
      at = (index === undefined ? pieces[firstBehind(pieces, at)]?.start : pieces[index]?.end) ?? Infinity;
    }
    const findings = marked.findings.filter(({ detector }) => wanted.has(detector));
    return findings.length === 0 ? [] : [{ start, marked: { ...marked, findings } }];
  });
}
