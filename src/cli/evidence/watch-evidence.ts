import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeCause } from '../../base/index.ts';
import { makePack, type Period, readPosture, recordAssessment } from '../../evidence/index.ts';
import { latestRecords } from '../../ledger/index.ts';
import type { RulesInForce } from '../policy/rules-in-force.ts';
import type { Installation } from '../wire.ts';
import { openPacks } from './open-packs.ts';

/** Something an operator must hear of: controls could not be assessed, or a scheduled pack was made or could not be. */
export type EvidenceEvent =
  | { readonly kind: 'evidence_failed'; readonly cause: string }
  | { readonly kind: 'pack_made'; readonly file: string; readonly digest: string };

export type EvidenceWatching = {
  readonly installation: Installation;
  readonly inForce: Pick<RulesInForce, 'rules'>;
  readonly tell: (event: EvidenceEvent) => void;
};

const everyMs = 3_600_000;
// The catalogue's watch and the first reports of workstations come first.
const firstAfterMs = 60_000;

/** Assesses the controls each hour, and makes the packs that the settings want. Ends when what it returns is called. */
export function watchEvidence(watching: EvidenceWatching): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const round = (): void => {
    running = running
      .then(() => look(watching))
      .catch((fault: unknown) => {
        watching.tell({ kind: 'evidence_failed', cause: describeCause(fault) });
      });
  };
  const first = setTimeout(round, firstAfterMs);
  const timer = setInterval(round, everyMs);
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await running;
  };
}

/** One round: records what changed and, where a month has ended whose pack is wanted and not on record, makes it. */
export async function look({ installation, inForce, tell }: EvidenceWatching): Promise<void> {
  const { tenancy, tenant, settings } = installation;
  const parts = await openPacks(installation, inForce.rules, settings.language);
  const { policy, catalogue, held, told } = parts;
  const asked = { books: tenancy, tenantId: tenant.id };
  await recordAssessment(
    { ...tenancy, ...asked },
    await readPosture({ ...asked, now: tenancy.now(), policy, catalogue, held, told }),
  );
  const { packFolder, packLanguage } = settings.evidence;
  if (packFolder === '') return;
  const period = lastMonth(tenancy.now());
  const made = await latestRecords(tenancy, tenant.id, { kind: 'evidence_pack_made', limit: 100 });
  const isThere = made.some(
    ({ actor, from, until }) => actor === 'schedule' && from === period.from && until === period.until,
  );
  if (isThere) return;
  const { zip, digest } = await makePack(parts, { period, scope: undefined, language: packLanguage }, 'schedule');
  await mkdir(packFolder, { recursive: true });
  const file = join(packFolder, `octroi-${period.from}-${period.until}.zip`);
  await writeFile(file, zip, { mode: 0o600 });
  tell({ kind: 'pack_made', file, digest });
}

function lastMonth(now: Date): Period {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
  return { from: first.toISOString().slice(0, 10), until: last.toISOString().slice(0, 10) };
}
