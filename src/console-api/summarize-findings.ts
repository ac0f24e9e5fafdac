import type { DeclaredFinding, DeclaredPart } from '../ledger/index.ts';
import type { FindingClassName, FindingCount, FindingsSummary } from './contract.ts';

/** Counts what was found in the parts of an exchange. */
export function summarizeFindings(parts: readonly DeclaredPart[]): FindingsSummary {
  const found = (sent: DeclaredPart['sent']): readonly DeclaredFinding[] =>
    parts.filter((part) => part.sent === sent).flatMap(({ findings = [] }) => findings);
  return { first: countByKind(found('first')), again: found('again').length };
}

// What an operator should look at first comes first.
const classes: readonly FindingClassName[] = ['secret', 'dictionary', 'personal'];

function countByKind(findings: readonly DeclaredFinding[]): readonly FindingCount[] {
  const byKind = Map.groupBy(findings, ({ class: of, kind }) => `${of} ${kind}`);
  return [...byKind.values()]
    .flatMap(([one, ...others]) => (one ? [{ class: one.class, kind: one.kind, count: 1 + others.length }] : []))
    .toSorted((one, other) => classes.indexOf(one.class) - classes.indexOf(other.class) || other.count - one.count);
}
