import type { CedarEngine } from './cedar/engine.ts';
import type { PartDecision } from './decision.ts';
import type { ExchangeCedarFacts } from './derive-facts.ts';
import type { FindingFacts } from './facts.ts';
import type { Label } from './labels/labels.ts';

/** A part with its label, and its findings each once. */
export type LabelledPart = {
  readonly kind: string;
  readonly rank: number;
  readonly label: Label;
  readonly findings: readonly FindingFacts[];
};

// Beyond so many different findings in one part it is not worth asking which of them could stay.
const mostAskedOneByOne = 12;

/**
 * Whether a part may leave as it is, after redaction, or not at all.
 * @throws Error when a policy or the facts fail
 */
export function decidePart(engine: CedarEngine, exchange: ExchangeCedarFacts, part: LabelledPart): PartDecision {
  const ask = (action: 'transmit' | 'transmit_redacted', findings: readonly FindingFacts[]) =>
    engine.ask(action, { ...exchange, part: cedarPart(part, findings) });
  const label = part.label.name;
  const plain = ask('transmit', part.findings);
  if (plain.isPermitted) return { verdict: 'allow', label, reasons: plain.reasons, redact: [] };
  const redacted = ask('transmit_redacted', part.findings);
  if (!redacted.isPermitted) return { verdict: 'block', label, reasons: reasonsOf(redacted.reasons), redact: [] };
  const reasons = reasonsOf(plain.reasons);
  if (!isRedactable(part)) return { verdict: 'block', label, reasons: [...reasons, 'cannot-be-redacted'], redact: [] };
  const stays = staying(part.findings, (findings) => ask('transmit', findings).isPermitted);
  const redact = part.findings.filter((finding) => !stays.includes(finding)).map(({ detector }) => detector);
  return { verdict: 'redact', label, reasons, redact: [...new Set(redact)] };
}

// What is permitted by itself, and together with the others of its kind, need not be replaced.
function staying(
  findings: readonly FindingFacts[],
  isPermitted: (findings: readonly FindingFacts[]) => boolean,
): readonly FindingFacts[] {
  if (findings.length === 1 || findings.length > mostAskedOneByOne) return [];
  const alone = findings.filter((finding) => isPermitted([finding]));
  return alone.length > 0 && isPermitted(alone) ? alone : [];
}

// Redaction replaces findings: where there is none it would let everything pass. `thinking` is signed by the vendor.
function isRedactable({ kind, findings }: LabelledPart): boolean {
  return findings.length > 0 && kind !== 'thinking';
}

function reasonsOf(reasons: readonly string[]): readonly string[] {
  return reasons.length > 0 ? reasons : ['no-permit'];
}

function cedarPart({ kind, rank, label }: LabelledPart, findings: readonly FindingFacts[]) {
  const { name, needsZdr, neverLeaves } = label;
  return {
    kind,
    label: { name, rank, needsZdr, neverLeaves },
    findings: {
      classes: findings.map((finding) => finding.class),
      kinds: findings.map((finding) => finding.kind),
      detectors: findings.map((finding) => finding.detector),
    },
  };
}
