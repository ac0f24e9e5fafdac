import { vendorError } from '../vendor-errors.ts';

/** How a contract's vendor is reached for what is neither sent by a person nor answered to one. */
export type VendorAccess = {
  /** The vendor's base address, without a slash at its end. */
  readonly baseUrl: string;
  readonly credential: { readonly kind: 'api_key' | 'bearer'; readonly value: string };
};

/** A file as the vendor lists it. */
export type ListedFile = {
  readonly id: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly expiresAt: string | undefined;
  readonly mediaType: string | undefined;
};

export type Deleted = { readonly answer: 'deleted' | 'not_there'; readonly requestId: string | undefined };

const pageFiles = 1000;
const mostPages = 1000;
const waitMs = 30_000;
const apiVersion = '2023-06-01';
const beta = 'files-api-2025-04-14';

/**
 * Every file that the vendor holds for a contract's workspace there
 * (platform.claude.com/docs/en/api/files-list, read 2026-11-26).
 * @throws retention_vendor_unreachable, retention_vendor_refused, retention_vendor_unreadable
 */
export async function listVendorFiles(access: VendorAccess): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  let after = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { data, hasMore, lastId } = readPage(
      await ask(access, { method: 'GET', path: `/v1/files?limit=${pageFiles}${after}` }),
    );
    files.push(...data);
    if (!hasMore) return files;
    // A page that leads back to itself would go on for ever.
    const next = `&after_id=${encodeURIComponent(lastId)}`;
    if (lastId === '' || next === after) break;
    after = next;
  }
  throw vendorError('retention_vendor_unreadable', { what: '/v1/files' });
}

/** Deletes one file. @throws retention_vendor_unreachable, retention_vendor_refused, retention_vendor_unreadable */
export async function deleteVendorFile(access: VendorAccess, fileId: string): Promise<Deleted> {
  const answer = await ask(access, {
    method: 'DELETE',
    path: `/v1/files/${encodeURIComponent(fileId)}`,
    alsoFine: [404],
  });
  const { requestId } = answer;
  if (answer.status === 404) return { answer: 'not_there', requestId };
  // Only the vendor's own word that it is gone is a receipt.
  if (answer.body['type'] !== 'file_deleted' || answer.body['id'] !== fileId)
    throw vendorError('retention_vendor_unreadable', { what: `DELETE /v1/files/${fileId}` });
  return { answer: 'deleted', requestId };
}

type Fields = Readonly<Record<string, unknown>>;
type VendorAnswer = { readonly status: number; readonly requestId: string | undefined; readonly body: Fields };

export type VendorCall = {
  readonly method: 'GET' | 'DELETE';
  readonly path: string;
  /** Statuses that are an answer, beside those that say so themselves. */
  readonly alsoFine?: readonly number[];
};

/** Asks the vendor and reads its JSON. @throws as the functions above */
export async function ask(
  { baseUrl, credential }: VendorAccess,
  { method, path, alsoFine = [] }: VendorCall,
): Promise<VendorAnswer> {
  const headers = {
    'anthropic-version': apiVersion,
    ...(path.startsWith('/v1/files') ? { 'anthropic-beta': beta } : {}),
    ...(credential.kind === 'api_key'
      ? { 'x-api-key': credential.value }
      : { authorization: `Bearer ${credential.value}` }),
  };
  const options = { method, headers, redirect: 'error', signal: AbortSignal.timeout(waitMs) } as const;
  const what = `${method} ${path.split('?')[0]}`;
  const response = await fetch(`${baseUrl}${path}`, options).catch((fault: unknown) => {
    throw vendorError('retention_vendor_unreachable', { what }, fault);
  });
  const text = await response.text().catch((fault: unknown) => {
    throw vendorError('retention_vendor_unreachable', { what }, fault);
  });
  const { status } = response;
  if (!response.ok && !alsoFine.includes(status)) throw vendorError('retention_vendor_refused', { what, status });
  return { status, requestId: response.headers.get('request-id')?.slice(0, 200), body: parse(text, what) };
}

function parse(text: string, what: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch (fault) {
    throw vendorError('retention_vendor_unreadable', { what }, fault);
  }
}

function readPage({ body }: VendorAnswer): { data: readonly ListedFile[]; hasMore: boolean; lastId: string } {
  const { data, has_more: hasMore, last_id: lastId } = body;
  if (!Array.isArray(data) || typeof hasMore !== 'boolean')
    throw vendorError('retention_vendor_unreadable', { what: '/v1/files' });
  return { data: data.map(readFile), hasMore, lastId: typeof lastId === 'string' ? lastId : '' };
}

function readFile(value: unknown): ListedFile {
  const { id, size_bytes: bytes, created_at: createdAt, expires_at: expiresAt, mime_type: mediaType } = fieldsOf(value);
  if (typeof id !== 'string' || typeof bytes !== 'number' || !isInstant(createdAt))
    throw vendorError('retention_vendor_unreadable', { what: '/v1/files' });
  return {
    id: id.slice(0, 200),
    bytes,
    createdAt,
    expiresAt: isInstant(expiresAt) ? expiresAt : undefined,
    mediaType: typeof mediaType === 'string' ? mediaType.slice(0, 255) : undefined,
  };
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object');
  return { ...value };
}
