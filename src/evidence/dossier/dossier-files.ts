import { canonicalJson, type Json } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ArchiveFile } from '../../documents/index.ts';
import { catalogueText, type Language, packText } from '../../messages/index.ts';
import { indemnityTerms, type TermState } from './indemnity.ts';

/** An exchange that lines of the passage came from. `other`: lines of the passage that did not. */
export type Contested = {
  readonly exchangeId: string;
  readonly at: string;
  readonly personId: string;
  readonly contractId: string;
  readonly vendor: string | null;
  readonly plan: string | null;
  readonly proof: string;
  readonly model: string | null;
  readonly catalogueVersion: string | null;
  readonly verbatim: number;
  readonly edited: number;
  readonly unsure: number;
  readonly other: number;
  readonly commits: readonly string[];
  readonly records: readonly string[];
};

const manners = ['verbatim', 'edited', 'unsure', 'other', 'bare'] as const;
type Manner = (typeof manners)[number];

export type DossierRecord = { readonly id: string; readonly proof: string };

export type DossierMaterial = {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly madeAt: Date;
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly exchanges: readonly Contested[];
  readonly shares: { readonly lines: number; readonly by: Readonly<Record<Manner, number>> };
  readonly records: readonly DossierRecord[];
  readonly keys: readonly string[];
  /** How many days records of exchanges are kept by the policy in force: some clauses ask for them. */
  readonly keptDays: number;
  readonly verifier: Buffer;
};

/**
 * What speaks for and against a vendor’s indemnity for a passage: records with their proofs, the terms of that day, and
 * which of their conditions are met, not met, or unknown. It decides nothing: whether a clause covers a claim is for
 * counsel. Each proof verifies alone, offline, with the program in it.
 */
export function dossierFiles(material: DossierMaterial): readonly ArchiveFile[] {
  const { records, keys, keptDays, verifier, language, madeAt, file, from, to, shares, catalogue } = material;
  const terms = material.exchanges.map((exchange) => termsOf(catalogue, exchange));
  const dossier = {
    madeAt: madeAt.toISOString(),
    passage: { file, from, to: Math.min(to, from + shares.lines - 1) },
    catalogueVersion: catalogue.version,
    shares,
    recordsKeptDays: keptDays,
    exchanges: material.exchanges.map((exchange, index) => ({ ...exchange, terms: terms[index] ?? [] })),
  };
  return [
    text('README.md', readMe(material, terms, language)),
    text('dossier.json', `${canonicalJson(dossier as unknown as Json)}\n`),
    text('keys.txt', `${keys.join('\n')}\n`),
    ...records.map(({ id, proof }) => text(`records/${id}.tlog-proof`, proof)),
    { name: 'verify/octroi-verify.mjs', bytes: verifier },
  ];
}

function termsOf(catalogue: Catalogue, exchange: Contested): readonly TermState[] {
  const { vendor, plan, at, verbatim, edited, other, proof } = exchange;
  if (vendor === null || plan === null || proof === 'unknown') return [];
  const { facts, audience } = catalogue.plan(vendor, plan, new Date(at));
  return indemnityTerms(facts, { verbatim, edited, other, planProof: proof, isCommercial: audience === 'commercial' });
}

function readMe(
  { file, from, shares, exchanges, madeAt, catalogue, keptDays }: DossierMaterial,
  terms: readonly (readonly TermState[])[],
  language: Language,
): string {
  const lines = [
    `# ${packText(language, 'dossier.title', { file, from, lines: shares.lines })}`,
    '',
    packText(language, 'dossier.intro', { madeAt: madeAt.toISOString(), catalogue: catalogue.version }),
    '',
    ...manners
      .map((manner) => [manner, shares.by[manner]] as const)
      .map(([manner, count]) => `- ${packText(language, `dossier.manner.${manner}`, {})}: ${count}`),
    '',
    ...exchanges.flatMap((exchange, index) => sectionOf({ exchange, terms: terms[index] ?? [], catalogue, language })),
    packText(language, 'dossier.kept', { days: keptDays }),
    '',
    packText(language, 'dossier.verify', {}),
    '',
  ];
  return lines.join('\n');
}

type Section = {
  readonly exchange: Contested;
  readonly terms: readonly TermState[];
  readonly catalogue: Catalogue;
  readonly language: Language;
};

function sectionOf({ exchange, terms, catalogue, language }: Section): readonly string[] {
  const { exchangeId, at, vendor, plan, proof, model, verbatim, edited, unsure } = exchange;
  const named = { exchangeId, at, plan: `${vendor ?? '?'}/${plan ?? '?'}`, proof, model: model ?? '?' };
  return [
    `## ${packText(language, 'dossier.exchange', named)}`,
    '',
    packText(language, 'dossier.counts', { verbatim, edited, unsure }),
    '',
    ...(terms.length === 0 ? [packText(language, 'dossier.noTerms', {})] : []),
    ...terms.map(
      ({ fact, criterion, value, state, because, source, validFrom, reviewBy }) =>
        `- **${packText(language, `dossier.state.${state}`, {})}** ${catalogueText(language, `criterion.${criterion}`)}: ${catalogueText(language, `value.${value}`)} (\`${criterion}: ${value}\`). ` +
        `${packText(language, `dossier.because.${because}`, {})} ` +
        `[${sourceText(catalogue, fact) ?? source}; ${validFrom ?? '?'} → ${reviewBy ?? '?'}]`,
    ),
    '',
  ];
}

function sourceText(catalogue: Catalogue, fact: string): string | undefined {
  const source = catalogue.sourceOf(`fact:${fact}`);
  return source && `${source.url}, ${source.datedOn}, ${source.readOn}`;
}

function text(name: string, content: string): ArchiveFile {
  return { name, bytes: Buffer.from(content) };
}
