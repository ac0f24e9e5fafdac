import type { OctroiError } from '../base/index.ts';
import type { Body } from './anthropic/read-body.ts';
import { gatewayError } from './errors.ts';
import { clientFacts, type Exchange } from './exchange.ts';
import type { Inspection, Inspector } from './inspection/inspect.ts';
import { redactBody } from './inspection/redact-body.ts';
import { Parcel } from './parcel.ts';
import type { Restoration } from './restoration/block-restorer.ts';

/** What inspection decided of a request, and what leaves of it. */
export type Cleared = {
  readonly inspection: Inspection | undefined;
  readonly verdict: 'allow' | 'redact' | 'block';
  readonly reasons: readonly string[];
  /** Why it must not leave; it is declared all the same. */
  readonly fault: OctroiError | undefined;
  readonly outgoing: Parcel;
  readonly restoration: Restoration | undefined;
};

/** A request without a body: there is nothing to look at. */
export function nothingInspected(parcel: Parcel): Cleared {
  return {
    inspection: undefined,
    verdict: 'allow',
    reasons: [],
    fault: undefined,
    outgoing: parcel,
    restoration: undefined,
  };
}

/**
 * Inspects a body and replaces what was found in it.
 *
 * A thought is the vendor's own text under its seal: it cannot be changed. A secret or a word of the company's dictionary
 * in one blocks the request; personal data in one is declared and kept, since the vendor wrote it itself.
 * @throws scan_timed_out, gateway_scan_failed, detection_mapping_conflict
 */
export async function clear(
  inspector: Inspector,
  exchange: Exchange,
  { body, parcel }: { readonly body: Body; readonly parcel: Parcel },
): Promise<Cleared> {
  const bytes = parcel.peek();
  const { tenantId, fingerprintKey, sender } = exchange.admission;
  const { sessionId } = clientFacts(exchange, body);
  const conversation = `${tenantId} ${sender.keyId} ${sessionId ?? ''}`;
  const inspection = await inspector.inspect({ bytes, body, tenantId, fingerprintKey, conversation });
  const { found, standIns, memory } = inspection;
  const sealed = found
    .filter(({ marked }) => marked.isSealed)
    .flatMap(({ marked }) => marked.findings)
    .find((finding) => finding.class !== 'personal');
  const allowed = { ...nothingInspected(parcel), inspection };
  if (sealed) {
    const fault = gatewayError('gateway_finding_sealed', { kind: sealed.kind });
    return { ...allowed, verdict: 'block', reasons: [fault.code], fault };
  }
  if (found.every(({ marked }) => marked.isSealed)) return allowed;
  const { bytes: redacted, meanings } = redactBody(bytes, found, standIns);
  return {
    ...allowed,
    verdict: 'redact',
    reasons: ['findings_redacted'],
    outgoing: new Parcel(redacted),
    restoration: { meanings, memory },
  };
}
