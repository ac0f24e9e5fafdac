import type { Clock, IdMaker } from '../../base/index.ts';
import {
  type Actor,
  appendWithin,
  type Books,
  type FileUploaded,
  readRecords,
  type Sender,
} from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';

/** With what the inventory of files at vendors is read and written. */
export type FileBooks = Books & { readonly now: Clock; readonly newId: IdMaker };

/** A file as the inventory has it. `name` is absent where none was kept, or the person was erased. */
export type InventoryFile = {
  readonly contractId: string;
  readonly vendorFileId: string;
  /** Null for a file that was found at the vendor and did not pass here. */
  readonly workspaceId: string | null;
  readonly personId: string | null;
  readonly name: string | undefined;
  readonly label: string | null;
  readonly mediaType: string | null;
  readonly bytes: number;
  readonly uploadedAt: string;
  readonly expiresAt: string | null;
  /** When it was last known to lie there, by octroi's own clock. */
  readonly seenAt: string;
  readonly endedAt: string | null;
  readonly endedAs: 'deleted' | 'gone' | null;
};

export type Upload = Omit<FileUploaded, 'kind' | 'id' | 'recordedAt' | 'contractId'> & {
  /** When the vendor says it was made. */
  readonly uploadedAt: string;
};

/** Writes an upload down, as a row and a record: both are durable when it resolves, or neither. */
export async function recordUpload(books: FileBooks, { uploadedAt, ...upload }: Upload): Promise<void> {
  const { tenantId, sender, vendorFileId, bytes, label, mediaType, expiresAt } = upload;
  const { contractId, workspaceId, personId } = sender;
  const now = books.now();
  const recordId = books.newId();
  await books.store.inTenant(tenantId, async (db) => {
    const row = await db
      .insertInto('vendor_file')
      .values({
        tenant_id: tenantId,
        id: books.newId(),
        contract_id: contractId,
        vendor_file_id: vendorFileId,
        workspace_id: workspaceId,
        person_id: personId,
        record_id: recordId,
        label,
        media_type: mediaType ?? null,
        bytes,
        uploaded_at: new Date(uploadedAt),
        expires_at: expiresAt === undefined ? null : new Date(expiresAt),
        seen_at: now,
        ended_at: null,
        ended_as: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (row.numInsertedOrUpdatedRows === 0n) return;
    const common = { id: recordId, recordedAt: now.toISOString(), contractId };
    await appendWithin(db, books.recordKeys, { kind: 'file_uploaded', ...upload, ...common });
  });
}

export type Deletion = {
  readonly tenantId: string;
  readonly contractId: string;
  readonly vendorFileId: string;
  readonly answer: 'deleted' | 'not_there';
  readonly requestId?: string | undefined;
  /** Whose deletion it is: a person's through the gateway, or an operator's. */
  readonly by: { readonly sender: Sender } | { readonly actor: Actor };
};

/** Writes down that the vendor confirmed a deletion: the receipt. A second one of the same file changes the row no more. */
export async function recordDeletion(books: FileBooks, deletion: Deletion): Promise<void> {
  const { tenantId, contractId, vendorFileId, answer, requestId, by } = deletion;
  const now = books.now();
  await books.store.inTenant(tenantId, async (db) => {
    await end(db, { contractId, vendorFileIds: [vendorFileId], as: answer === 'deleted' ? 'deleted' : 'gone', now });
    await appendWithin(db, books.recordKeys, {
      kind: 'file_deleted',
      id: books.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      contractId,
      vendorFileId,
      answer,
      ...(requestId === undefined ? {} : { requestId }),
      ...by,
    });
  });
}

export type Ending = {
  readonly contractId: string;
  readonly vendorFileIds: readonly string[];
  readonly as: 'deleted' | 'gone';
  readonly now: Date;
};

/** Marks files as no longer at the vendor. */
export async function end(db: Scoped, { contractId, vendorFileIds, as, now }: Ending): Promise<void> {
  if (vendorFileIds.length === 0) return;
  await db
    .updateTable('vendor_file')
    .set({ ended_at: now, ended_as: as })
    .where('contract_id', '=', contractId)
    .where('vendor_file_id', 'in', vendorFileIds)
    .where('ended_at', 'is', null)
    .execute();
}

export type FileFilter = {
  readonly workspaceId?: string;
  readonly contractId?: string;
  readonly vendorFileId?: string;
  /** Those that are no longer there as well. */
  readonly withEnded?: boolean;
};

/** The files that fit, the oldest first. Those that have expired by their own date are not taken for held. */
export async function listFiles(
  books: FileBooks,
  tenantId: string,
  filter: FileFilter = {},
): Promise<readonly InventoryFile[]> {
  const now = books.now();
  const rows = await books.store.inTenant(tenantId, (db) => {
    let query = db.selectFrom('vendor_file').selectAll();
    if (filter.workspaceId !== undefined) query = query.where('workspace_id', '=', filter.workspaceId);
    if (filter.contractId !== undefined) query = query.where('contract_id', '=', filter.contractId);
    if (filter.vendorFileId !== undefined) query = query.where('vendor_file_id', '=', filter.vendorFileId);
    if (!filter.withEnded)
      query = query
        .where('ended_at', 'is', null)
        .where((given) => given.or([given('expires_at', 'is', null), given('expires_at', '>', now)]));
    return query.orderBy('uploaded_at').orderBy('id').execute();
  });
  const ids = rows.flatMap(({ record_id: id }) => id ?? []);
  const records = await readRecords(books, tenantId, ids);
  return rows.map((row) => {
    const record = records.get(row.record_id ?? '');
    return {
      contractId: row.contract_id,
      vendorFileId: row.vendor_file_id,
      workspaceId: row.workspace_id,
      personId: row.person_id,
      name: record?.kind === 'file_uploaded' ? record.name : undefined,
      label: row.label,
      mediaType: row.media_type,
      bytes: Number(row.bytes),
      uploadedAt: row.uploaded_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      seenAt: row.seen_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      endedAs: row.ended_as,
    };
  });
}
