import type { VendorReply, VendorRequest } from '../../src/demo/index.ts';

export type VendorFile = {
  readonly id: string;
  readonly filename: string;
  readonly size_bytes: number;
  readonly expires_at: string | null;
};

/** The files of a stand-in for the vendor, which speaks the wire of its Files API. */
export type FilesVendor = {
  readonly files: Map<string, VendorFile>;
  reply(request: VendorRequest): VendorReply;
};

const json = (status: number, body: unknown): VendorReply => ({ kind: 'json', status, body: JSON.stringify(body) });
const notFound = json(404, { type: 'error', error: { type: 'not_found_error', message: 'File not found' } });

/** @param pageFiles how many it lists at once, whatever it is asked for. */
export function filesVendor(pageFiles = 1000): FilesVendor {
  const files = new Map<string, VendorFile>();
  let made = 0;
  const add = (body: Buffer): VendorReply => {
    const text = body.toString('latin1');
    const filename = /filename="([^"]*)"/.exec(text)?.[1] ?? 'unnamed';
    const seconds = Number(/name="expires_in_seconds"\r\n\r\n(\d+)/.exec(text)?.[1]);
    made += 1;
    const id = `file_011CNha8iCJcU1wXNR6q${String(made).padStart(4, '0')}`;
    const expiresAt = Number.isNaN(seconds) ? null : new Date(Date.now() + seconds * 1000).toISOString();
    files.set(id, { id, filename, size_bytes: body.length, expires_at: expiresAt });
    return json(200, shown(files.get(id)));
  };
  return {
    files,
    reply: ({ method, target, body }) => {
      const { pathname, searchParams } = new URL(target, 'http://vendor');
      const [, id, content] = /^\/v1\/files\/([^/]+)(\/content)?$/.exec(pathname) ?? [];
      if (pathname === '/v1/files' && method === 'POST') return add(body);
      if (pathname === '/v1/files') return list([...files.values()], searchParams.get('after_id'), pageFiles);
      const file = files.get(id ?? '');
      if (!file) return notFound;
      if (method === 'DELETE') {
        files.delete(file.id);
        return json(200, { id: file.id, type: 'file_deleted' });
      }
      return content === undefined ? json(200, shown(file)) : json(200, { content: 'of the file' });
    },
  };
}

function shown(file: VendorFile | undefined) {
  return { type: 'file', ...file, mime_type: 'text/plain', created_at: '2026-11-26T10:00:00.5Z', downloadable: false };
}

function list(files: readonly VendorFile[], after: string | null, pageFiles: number): VendorReply {
  const from = after === null ? 0 : files.findIndex(({ id }) => id === after) + 1;
  const page = files.slice(from, from + pageFiles);
  return json(200, {
    data: page.map(shown),
    has_more: from + pageFiles < files.length,
    first_id: page[0]?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
  });
}

/** A body of `multipart/form-data` with one file, and its type. */
export function upload(name: string, content: string | Buffer, fields: Readonly<Record<string, string>> = {}) {
  const boundary = 'octroi-test-boundary';
  const pieces = [
    ...Object.entries(fields).map(([field, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ];
  return {
    path: '/v1/files',
    body: Buffer.concat(pieces),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'anthropic-beta': 'files-api-2025-04-14',
      'anthropic-version': '2023-06-01',
    },
  };
}
