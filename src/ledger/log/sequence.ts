import { sql } from 'kysely';
import type { Scoped } from '../../store/index.ts';
import { formatCheckpoint } from '../tree/checkpoint.ts';
import { formatLeaf, leafSchema } from '../tree/leaf.ts';
import { type NoteSigner, signNote } from '../tree/log-signer.ts';
import { edgeTiles, RightEdge } from '../tree/right-edge.ts';
import type { KeyMaking, SigningKeys } from './signing-keys.ts';
import { loadTiles, storeTiles } from './tiles.ts';
import { takeWaiting } from './waiting.ts';

export type SequenceOptions = KeyMaking & {
  readonly signingKeys: SigningKeys;
  /** The name under which new logs are opened: `<logName>/<tenant>` becomes the log's. */
  readonly logName: string;
  /** How long at most between two heads that are kept for good, also when nothing is recorded, in milliseconds. */
  readonly periodMs: number;
};

/** What one round did. `isFull`: more waits than one round takes. */
export type Sequenced = { readonly added: number; readonly isFull: boolean };

type Log = { readonly origin: string; readonly size: number; readonly checkpointAt: Date; readonly archivedAt: Date };

// Appends of the same process wait while a round is under way: a longer one costs no less a leaf, and four times the wait.
const maxRoundLeaves = 1_024;

/**
 * Puts what waits into a tenant's log and signs its new head; opens the log when it has none; keeps a head for good each
 * period. All of it is in the caller's transaction, under the log's advisory lock: at most one process is at it.
 * @returns undefined when another process is at it.
 */
export async function sequence(db: Scoped, tenantId: string, options: SequenceOptions): Promise<Sequenced | undefined> {
  if (!(await tryLock(db, tenantId))) return undefined;
  const log = await findLog(db);
  // The first leaf of a log is its own.
  const start = log?.size ?? 1;
  const taken = await takeWaiting(db, { tenantId, start, limit: maxRoundLeaves });
  const isKept = !log || options.now().getTime() - log.archivedAt.getTime() >= options.periodMs;
  if (taken.length === 0 && !isKept) return { added: 0, isFull: false };
  const round = await beginRound(db, { tenantId, log, options });
  if (!log) round.edge.add(logLeaf('log_opened', round));
  for (const leaf of taken) round.edge.add(Buffer.from(leaf));
  await signHead(db, round, isKept);
  return { added: taken.length, isFull: taken.length === maxRoundLeaves };
}

/**
 * Gives a log new keys. The change is a leaf, and the head that ends with it is signed with the old keys and the new, so
 * that who trusts the old ones can follow.
 * @returns the new keys as text; undefined when another process is at the log, or there is none.
 */
export async function rotateKeys(
  db: Scoped,
  tenantId: string,
  options: SequenceOptions,
): Promise<readonly string[] | undefined> {
  if (!(await tryLock(db, tenantId))) return undefined;
  const log = await findLog(db);
  if (!log) return undefined;
  const { edge, signers: before, ...round } = await beginRound(db, { tenantId, log, options });
  const signers = await options.signingKeys.renew(db, tenantId, log.origin);
  edge.add(logLeaf('log_keys_rotated', { ...round, edge, signers }));
  await signHead(db, { ...round, edge, signers: [...before, ...signers] }, true);
  return signers.map(({ vkey }) => vkey);
}

type Round = {
  readonly tenantId: string;
  readonly origin: string;
  readonly edge: RightEdge;
  readonly signers: readonly NoteSigner[];
  /** The instant of this head: never before the last one, whatever the clock says. */
  readonly at: Date;
};

type Beginning = { readonly tenantId: string; readonly log: Log | undefined; readonly options: SequenceOptions };

async function beginRound(db: Scoped, { tenantId, log, options }: Beginning): Promise<Round> {
  const origin = log?.origin ?? `${options.logName}/${tenantId}`;
  const { signingKeys } = options;
  const signers = log ? await signingKeys.inUse(db, origin) : await signingKeys.renew(db, tenantId, origin);
  const at = new Date(Math.max(options.now().getTime(), log?.checkpointAt.getTime() ?? 0));
  return { tenantId, origin, edge: log ? await loadEdge(db, log.size) : RightEdge.empty(), signers, at };
}

async function loadEdge(db: Scoped, size: number): Promise<RightEdge> {
  const tiles = await loadTiles(db, edgeTiles(size));
  return RightEdge.from(
    size,
    (tile) => tiles.hashes(tile),
    (tile) => tiles.entries(tile),
  );
}

function logLeaf(kind: 'log_opened' | 'log_keys_rotated', { tenantId, origin, edge, signers, at }: Round): Buffer {
  const base = { schema: leafSchema, tenant: tenantId, seq: edge.size, time: at.toISOString(), class: 'log' } as const;
  return formatLeaf({ ...base, kind, origin, keys: signers.map(({ vkey }) => vkey) });
}

async function signHead(db: Scoped, { tenantId, origin, edge, signers, at }: Round, isKept: boolean): Promise<void> {
  const changes = edge.takeChanges();
  if (changes.length > 0) await storeTiles(db, tenantId, changes);
  const note = signNote(formatCheckpoint({ origin, size: edge.size, root: edge.root() }), signers, at);
  const head = { size: edge.size, checkpoint: note, checkpoint_at: at };
  await db
    .insertInto('ledger_log')
    .values({ tenant_id: tenantId, origin, ...head, archived_at: at })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet({ ...head, ...(isKept ? { archived_at: at } : {}) }),
    )
    .execute();
  if (!isKept) return;
  await db
    .insertInto('ledger_checkpoint')
    .values({ tenant_id: tenantId, size: edge.size, signed_at: at, note, is_cosigned: false, time_stamp: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function findLog(db: Scoped): Promise<Log | undefined> {
  const row = await db
    .selectFrom('ledger_log')
    .select(['origin', 'size', 'checkpoint_at', 'archived_at'])
    .executeTakeFirst();
  return (
    row && { origin: row.origin, size: Number(row.size), checkpointAt: row.checkpoint_at, archivedAt: row.archived_at }
  );
}

async function tryLock(db: Scoped, tenantId: string): Promise<boolean> {
  const { rows } = await sql<{
    locked: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`log ${tenantId}`}, 0)) as locked`.execute(db);
  return rows[0]?.locked === true;
}
