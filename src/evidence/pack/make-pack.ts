import { type Clock, type IdMaker, sha256Hex } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { archiveOf } from '../../documents/index.ts';
import { readStandings } from '../../evaluation/index.ts';
import {
  type Actor,
  appendWithin,
  type Books,
  proveSample,
  type Sealer,
  signingKeysOf,
  signStatement,
  verdictsByDay,
} from '../../ledger/index.ts';
import { drawSample, formatPack, packNames, sampleSeed, sampleSize } from '../../ledger/verify/index.ts';
import type { Means } from '../../notices/index.ts';
import type { Policy } from '../../policy/index.ts';
import { certificateFile, listCertificates, type Retention } from '../../retention/index.ts';
import { readTeam, type TeamStanding } from '../../training/index.ts';
import type { ContractInUse } from '../controls/contracts.ts';
import { assessments } from '../history.ts';
import { evidenceError } from '../errors.ts';
import { readPosture } from '../read-posture.ts';
import type { ToldByOthers } from '../told-by-others.ts';
import type { KeptClass, PackMaterial, PackWish, Period } from './material.ts';
import { packFiles } from './pack-files.ts';

/** What packs are made with. What this room may not enter is handed in. */
export type PackParts = {
  readonly books: Books;
  readonly sealer: Sealer;
  readonly retention: Retention;
  readonly now: Clock;
  readonly newId: IdMaker;
  readonly version: string;
  readonly tenant: { readonly id: string; readonly name: string };
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  readonly held: readonly ContractInUse[];
  readonly kept: readonly KeptClass[];
  readonly means: Means;
  readonly told: ToldByOthers;
  readonly trainingCsv: (team: TeamStanding) => string;
  /** OCSF events recorded from one instant to before another, one a line; of one workspace where one is named. */
  readonly events: (range: EventRange) => Promise<string>;
  /** The auditor's program. */
  readonly verifier: () => Promise<Buffer>;
};

export type EventRange = { readonly from: Date; readonly until: Date; readonly workspaceId: string | undefined };

/** A pack that was made: its ZIP, and what the ledger says of it. */
export type MadePack = { readonly id: string; readonly digest: string; readonly zip: Buffer; readonly entries: number };

/**
 * Makes a pack and records that it was made. What waits is to be logged before: what is not in the log cannot be proven.
 * @throws evidence_period_invalid; ledger_size_unknown when the log has not begun
 */
export async function makePack(parts: PackParts, wish: PackWish, actor: Actor | 'schedule'): Promise<MadePack> {
  const material = await gather(parts, wish);
  const zip = await packOf(parts, material);
  const { books, tenant, now, newId } = parts;
  const [id, digest] = [newId(), sha256Hex(zip)];
  await books.store.inTenant(tenant.id, (db) =>
    appendWithin(db, books.recordKeys, {
      kind: 'evidence_pack_made',
      id: newId(),
      tenantId: tenant.id,
      recordedAt: now().toISOString(),
      packId: id,
      ...wish.period,
      ...(wish.scope ? { workspaceId: wish.scope.id } : {}),
      language: wish.language,
      digest,
      bytes: zip.length,
      actor,
    }),
  );
  return { id, digest, zip, entries: material.sample.proofs.length };
}

/** The ZIP of some material, signed. The same material gives the same bytes, as long as the log keeps its key. */
export async function packOf({ books, sealer, now, newId }: PackParts, material: PackMaterial): Promise<Buffer> {
  const { facts, files } = await packFiles(material);
  const statement = { text: formatPack(facts), at: new Date(material.madeAt) };
  const making = { sealer, now, newId };
  const note = await books.store.inTenant(material.tenant.id, (db) => signStatement(db, making, statement));
  return archiveOf([...files, { name: packNames.manifest, bytes: Buffer.from(note) }]);
}

/** Reads all that a pack is made of. @throws evidence_period_invalid, ledger_size_unknown */
export async function gather(parts: PackParts, wish: PackWish): Promise<PackMaterial> {
  const { books, tenant, policy, catalogue, held, kept, means, told, version } = parts;
  const now = parts.now();
  const range = instantsOf(wish, now);
  const workspaceId = wish.scope?.id;
  const asked = { period: wish.period, scope: wish.scope?.name ?? null };
  const team = await readTeam(books, tenant.id, { rules: policy.configuration.training, now });
  return {
    wish,
    tenant,
    version,
    policy,
    catalogue,
    held,
    kept,
    means,
    team,
    madeAt: now.toISOString(),
    posture: await readPosture({ books, tenantId: tenant.id, now, policy, catalogue, held, told }),
    history: await assessments(books, tenant.id),
    trainingCsv: parts.trainingCsv(team),
    verdicts: await verdictsByDay(books, tenant.id, { ...range, workspaceId }),
    sample: await proveSample(books, tenant.id, {
      ...range,
      draw: (checkpoint, stretch) => drawSample({ seed: sampleSeed(checkpoint, asked), ...stretch }, sampleSize),
    }),
    keys: await signingKeysOf(books.store, tenant.id),
    certificates: await certificatesIn(parts, range),
    events: await parts.events({ ...range, workspaceId }),
    decisions: await readStandings({ books, tenantId: tenant.id, now, catalogue }),
    verifier: await parts.verifier(),
  };
}

type Range = { readonly from: Date; readonly until: Date };

const dayMs = 86_400_000;
const mostDays = 400;

// A period that has not ended goes to now: what is recorded while a pack is made is in none of its parts.
function instantsOf({ period }: PackWish, now: Date): Range {
  checkPeriod(period, now);
  const [from, until] = [new Date(`${period.from}T00:00:00.000Z`), new Date(`${period.until}T00:00:00.000Z`)];
  return { from, until: new Date(Math.min(until.getTime() + dayMs, now.getTime())) };
}

/** @throws evidence_period_invalid for one that ends before it begins, begins in the future or is too long */
export function checkPeriod(period: Period, now: Date): void {
  const [from, until] = [new Date(`${period.from}T00:00:00.000Z`), new Date(`${period.until}T00:00:00.000Z`)];
  const days = (until.getTime() - from.getTime()) / dayMs + 1;
  if (!(days >= 1 && days <= mostDays) || from > now)
    throw evidenceError('evidence_period_invalid', { period: `${period.from}..${period.until}`, mostDays });
}

async function certificatesIn({ retention, tenant }: PackParts, { from, until }: Range) {
  const all = await listCertificates(retention, tenant.id);
  const [first, end] = [from.toISOString(), until.toISOString()];
  const wanted = all.filter(({ issuedAt }) => issuedAt >= first && issuedAt < end);
  return Promise.all(
    wanted.map(async ({ tombstone: id }) => ({ id, file: await certificateFile(retention, tenant.id, id) })),
  );
}
