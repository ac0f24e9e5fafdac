import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scoped } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import type { Books } from '../keys/record-keys.ts';
import { isRecordLeaf, parseLeaf, type RecordLeaf } from '../tree/leaf.ts';
import { bundleOf, formatTilePath, type Tile, tilesOf, tileWidth } from '../tree/tile-path.ts';
import { formatRecordLine } from '../verify/record-lines.ts';
import { openRecords } from './export-verifiable.ts';
import { headOf, type LogHead } from './prove.ts';
import { loadTiles } from './tiles.ts';

export type LogExport = {
  readonly folder: string;
  /** Whether the records go with it in clear. Without them the folder holds no personal data. */
  readonly hasRecords: boolean;
};

/** What lies beside the tiles. */
const files = { checkpoint: 'checkpoint', keys: 'keys.txt', earlier: 'checkpoints', records: 'records.jsonl' } as const;

const tilesAtOnce = 64;

/**
 * Writes a tenant's whole log as files: laid out as C2SP tlog-tiles says, so that any static server can serve it, with
 * the earlier heads, the keys, and the records if asked for. The head is written last: a folder without one is not done.
 * @throws ledger_size_unknown when the log has not begun
 */
export async function exportLog(books: Books, tenantId: string, { folder, hasRecords }: LogExport): Promise<LogHead> {
  const head = await books.store.inTenant(tenantId, headOf);
  if (!head) throw ledgerError('ledger_size_unknown', { size: 0 });
  await mkdir(folder, { recursive: true });
  const all = [...tilesOf(head.size)];
  for (let at = 0; at < all.length; at += tilesAtOnce) {
    const some = all.slice(at, at + tilesAtOnce);
    await books.store.inTenant(tenantId, (db) => writeTiles(db, folder, some));
  }
  if (hasRecords) {
    const lines = Readable.from(recordLines(books, tenantId, head));
    await pipeline(lines, createWriteStream(join(folder, files.records)));
  }
  await books.store.inTenant(tenantId, (db) => writeHeads(db, folder, head));
  await writeFile(join(folder, files.checkpoint), head.checkpoint);
  return head;
}

async function writeTiles(db: Scoped, folder: string, tiles: readonly Tile[]): Promise<void> {
  const loaded = await loadTiles(db, tiles);
  for (const tile of tiles) {
    const path = join(folder, formatTilePath(tile));
    const bytes = loaded.bytes(tile);
    if (!bytes) throw ledgerError('ledger_refuted_file_missing', { path: formatTilePath(tile) });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

async function* recordLines(books: Books, tenantId: string, head: LogHead): AsyncGenerator<string> {
  for (let from = 0; from < head.size; from += tileWidth) {
    const lines = await books.store.inTenant(tenantId, async (db) => {
      const bundle = bundleOf(from, head.size);
      const leaves = (await loadTiles(db, [bundle]))
        .entries(bundle)
        .map(parseLeaf)
        .filter(isRecordLeaf)
        .filter(mayLeave);
      const opened = await openRecords(
        db,
        { books, tenantId },
        leaves.map(({ record }) => record),
      );
      return leaves.flatMap(({ record, seq }) => {
        const found = opened.get(record);
        return found ? [`${formatRecordLine(seq, found)}\n`] : [];
      });
    });
    yield lines.join('');
  }
}

// Captured content is exported by its kind alone, and never with the whole.
function mayLeave({ kind }: RecordLeaf): boolean {
  return kind !== 'content_captured';
}

async function writeHeads(db: Scoped, folder: string, head: LogHead): Promise<void> {
  const earlier = await db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'signed_at', 'note', 'time_stamp'])
    .where('size', '<=', String(head.size))
    .execute();
  await mkdir(join(folder, files.earlier), { recursive: true });
  for (const { size, signed_at: signedAt, note, time_stamp: timeStamp } of earlier) {
    const name = `${size.padStart(16, '0')}-${signedAt.toISOString().replaceAll(/[-:.]/g, '')}`;
    await writeFile(join(folder, files.earlier, `${name}.txt`), note);
    if (timeStamp) await writeFile(join(folder, files.earlier, `${name}.tsr`), timeStamp);
  }
  const keys = await db.selectFrom('ledger_signing_key').select('vkey').where('retired_at', 'is', null).execute();
  await writeFile(join(folder, files.keys), keys.map(({ vkey }) => `${vkey}\n`).join(''));
}
