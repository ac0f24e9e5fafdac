import { type FingerprintKey, type Json, keyedFingerprint } from '../../base/index.ts';
import { textsIn, withoutLead, withTexts } from '../../detection/index.ts';
import type { HookAnswered } from '../../ledger/index.ts';
import type { Inspector } from '../inspection/inspect.ts';

type OfTenant = { readonly tenantId: string; readonly fingerprintKey: FingerprintKey };

/** What was found in a document. */
export type Looked = {
  /** As they go into the record: what was found, and the keyed fingerprint of the value. */
  readonly findings: HookAnswered['findings'];
  /** The document with stand-ins for what was found, the same that an exchange of the tenant would have. */
  redacted(): Json;
};

// A record names what was found; a document with more than this is described well enough by the first.
const mostRecorded = 100;

/** Looks at every text of a document. @throws scan_timed_out, gateway_scan_failed, RangeError */
export async function lookInto(inspector: Inspector, document: Json, tenant: OfTenant): Promise<Looked> {
  const texts = textsIn(document);
  const found = await inspector.findIn(texts.map(({ value, lead }) => lead + value));
  const own = texts.map(({ lead }, index) => withoutLead(found[index] ?? [], lead.length));
  const findings = texts.flatMap(({ value }, index) =>
    (own[index] ?? []).map(({ detector, kind, class: findingClass, start, end }) => ({
      detector,
      kind,
      class: findingClass,
      fingerprint: keyedFingerprint(tenant.fingerprintKey, value.slice(start, end)),
    })),
  );
  return {
    findings: findings.slice(0, mostRecorded),
    redacted: () => {
      let at = 0;
      return withTexts(document, () => {
        const { value = '' } = texts[at] ?? {};
        const text = inspector.redacted(value, own[at] ?? [], tenant);
        at += 1;
        return text;
      });
    },
  };
}
