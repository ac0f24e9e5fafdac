import { type Finding, replacementsOf, spliceBytes, toByteEdits, type ByteEdit } from '../../detection/index.ts';
import type { MarkedLeaf } from './inspected-value.ts';
import { leafText } from './leaf.ts';
import type { TenantStandIns } from './stand-ins.ts';

/** A leaf with findings, and where the value begins that it belongs to. */
export type PlacedLeafFindings = { readonly start: number; readonly marked: MarkedLeaf };

/** What a stand-in of this request stands for. It holds the value, and lives as long as the exchange. */
export type Meaning = Pick<Finding, 'detector' | 'kind' | 'class'> & { readonly value: string };

export type RedactedBody = { readonly bytes: Buffer; readonly meanings: ReadonlyMap<string, Meaning> };

/**
 * Puts stand-ins into a body's bytes and changes no other byte.
 * @throws detection_mapping_conflict
 */
export function redactBody(
  bytes: Buffer,
  placed: readonly PlacedLeafFindings[],
  standIns: TenantStandIns,
): RedactedBody {
  const meanings = new Map<string, Meaning>();
  let found: ReadonlySet<string> | undefined;
  const literals = () => (found ??= new Set(bytes.toString('latin1').match(literalForms)));
  const edits = placed
    .filter(({ marked }) => !marked.isSealed)
    .flatMap(({ start, marked }) => editsOf(bytes, { start, marked }, { standIns, meanings, literals }));
  const ordered = edits.toSorted((one, other) => one.start - other.start);
  return { bytes: Buffer.from(spliceBytes(bytes, ordered)), meanings };
}

type Redacting = {
  readonly standIns: TenantStandIns;
  readonly meanings: Map<string, Meaning>;
  /** Addresses and numbers of the forms of stand-ins that stand in the body as it came. */
  readonly literals: () => ReadonlySet<string>;
};

// The forms of stand-in.ts that are no words.
const literalForms = /(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}|2001:db8(?::[0-9a-f]{1,4}){6}|907\d{12}/g;

function editsOf(
  bytes: Buffer,
  { start, marked }: PlacedLeafFindings,
  { standIns, meanings, literals }: Redacting,
): readonly ByteEdit[] {
  const leaf = { ...marked.leaf, start: marked.leaf.start + start, end: marked.leaf.end + start };
  const whole = leafText(bytes, leaf);
  // A number is replaced whole, even where only a part of it was found.
  const findings =
    leaf.form === 'number'
      ? marked.findings.slice(0, 1).map((finding) => ({ ...finding, start: 0, end: whole.length }))
      : marked.findings;
  const replacements = replacementsOf(whole, findings, {
    tenantKey: standIns.key,
    isTaken: (standIn, value) => standIns.isTaken(standIn, value, (name) => literals().has(name)),
  });
  for (const [index, { standIn, value }] of replacements.entries()) {
    const finding = findings[index];
    if (!finding) continue;
    standIns.take(standIn, value);
    meanings.set(standIn, { value, detector: finding.detector, kind: finding.kind, class: finding.class });
  }
  if (leaf.form === 'number') return [numberEdit(leaf, replacements)];
  const raw = bytes.subarray(leaf.start, leaf.end);
  return toByteEdits(raw, replacements).map((edit) => ({
    start: edit.start + leaf.start,
    end: edit.end + leaf.start,
    bytes: edit.bytes,
  }));
}

// A number stays one. Where that cannot be, as for one with a sign, it becomes a string: JSON all the same.
function numberEdit(
  leaf: { readonly start: number; readonly end: number },
  replacements: readonly { readonly standIn: string }[],
): ByteEdit {
  const standIn = replacements.map((replacement) => replacement.standIn).join('');
  const text = /^[1-9]\d*$/.test(standIn) ? standIn : JSON.stringify(standIn);
  return { start: leaf.start, end: leaf.end, bytes: Buffer.from(text) };
}
