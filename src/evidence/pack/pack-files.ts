import { canonicalJson, type Json, sha256Hex } from '../../base/index.ts';
import { type ArchiveFile, writeOds } from '../../documents/index.ts';
import { type PackFacts, packNames, proofName, sampleSeed } from '../../ledger/verify/index.ts';
import { packText } from '../../messages/index.ts';
import { clausesOf, crosswalkSource, frameworks } from '../crosswalk/clauses.ts';
import { historyOf } from '../history.ts';
import type { PackMaterial } from './material.ts';
import { noticeFiles } from './notice-files.ts';
import { oscalCatalog, oscalMilestones, oscalResults } from './oscal.ts';
import { piaStudy } from './pia.ts';
import { processingRegister, processorRegister, registerSheets } from './registers.ts';
import { summaryPdf } from './summary.ts';

/** Every file of a pack but its manifest, and what the manifest says of them. The same material gives the same bytes. */
export async function packFiles(
  material: PackMaterial,
): Promise<{ readonly facts: PackFacts; readonly files: readonly ArchiveFile[] }> {
  const { wish, sample, posture, keys, certificates, events, decisions, verifier } = material;
  const files: readonly ArchiveFile[] = [
    text('README.txt', packText(wish.language, 'readMe', {})),
    { name: `summary.${wish.language}.pdf`, bytes: summaryPdf(material) },
    json('posture.json', posture as unknown as Json),
    json('controls.json', controlsOf(material)),
    text(packNames.checkpoint, sample.checkpoint),
    text(packNames.keys, `${keys.join('\n')}\n`),
    ...sample.proofs.map(({ entry, proof }) => text(proofName(entry), proof)),
    { name: 'verify/octroi-verify.mjs', bytes: verifier },
    json('oscal/catalog.json', oscalCatalog(material)),
    json('oscal/assessment-results.json', oscalResults(material)),
    json('oscal/poam.json', oscalMilestones(material)),
    json('register/processing.json', registerJson(material)),
    json('register/processors.json', processorRegister(material)),
    { name: 'register/registers.ods', bytes: await writeOds(registerSheets(material)) },
    json('dpia/cnil-pia.json', piaStudy(material)),
    ...noticeFiles(material),
    text('training/matrix.csv', material.trainingCsv),
    ...certificates.map(({ id, file }) => text(`retention/${id}.json`, file)),
    text('ocsf/events.jsonl', events),
    ...(decisions.length > 0 ? [json('zdr/decisions.json', decisions as unknown as Json)] : []),
  ];
  return { facts: factsOf(material, files), files };
}

function factsOf(material: PackMaterial, files: readonly ArchiveFile[]): PackFacts {
  const { wish, tenant, madeAt, version, posture, sample, decisions, certificates } = material;
  const [period, scope] = [wish.period, wish.scope?.name ?? null];
  return {
    tenant: tenant.id,
    madeAt,
    period,
    scope,
    language: wish.language,
    octroi: version,
    policyVersion: posture.policyVersion,
    catalogueVersion: posture.catalogueVersion,
    sample: {
      seed: sampleSeed(sample.checkpoint, { period, scope }),
      ...sample.stretch,
      entries: sample.proofs.map(({ entry }) => entry),
    },
    absent: {
      ...(decisions.length > 0 ? {} : { 'zdr/decisions.json': 'zdr_undecided' }),
      ...(certificates.length > 0 ? {} : { 'retention/': 'no_erasure_in_period' }),
    },
    files: Object.fromEntries(
      files.map(({ name, bytes }) => [name, { bytes: bytes.length, sha256: sha256Hex(bytes) }]),
    ),
  };
}

// Each claim with what it rests on, when that was seen and until when it holds, and the clauses it speaks to.
function controlsOf({ posture, wish, history }: PackMaterial): Json {
  return {
    seenAt: posture.at,
    crosswalk: crosswalkSource,
    frameworks: frameworks as unknown as Json,
    notes: {
      ai_act_4_amended: packText(wish.language, 'note.ai_act', {}),
      ai_act_high_risk_only: packText(wish.language, 'note.highRisk', {}),
      anssi_r34_standing_gap: packText(wish.language, 'note.anssi', {}),
    },
    controls: posture.controls.map(({ id, state, holdsUntil, evidence, exception, since }) => ({
      id,
      state,
      holdsUntil,
      since,
      exception: exception as unknown as Json,
      history: historyOf(history, id) as unknown as Json,
      evidence: evidence as unknown as Json,
      clauses: clausesOf(id) as unknown as Json,
    })),
  };
}

function registerJson(material: PackMaterial): Json {
  const { language } = material.wish;
  return {
    madeAt: material.madeAt,
    basis: 'GDPR 30(1)',
    fields: processingRegister(material).map((field) => ({ ...field, title: packText(language, field.name, {}) })),
  };
}

function text(name: string, content: string): ArchiveFile {
  return { name, bytes: Buffer.from(content) };
}

function json(name: string, value: Json): ArchiveFile {
  return text(name, `${canonicalJson(value)}\n`);
}
