import { describeCause } from '../../base/index.ts';
import { gatewayError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { GatewayParts } from '../gateway.ts';
import type { Relayed } from '../relay.ts';
import { fileIdOf } from '../route.ts';
import type { FileAtVendor, FileDesk } from './file-desk.ts';
import type { InspectedUpload } from './inspect-upload.ts';

/** What is particular to requests for files, beside the way that every exchange takes. */
export class FilesWay {
  readonly #desk: FileDesk | undefined;
  readonly #tell: GatewayParts['tell'];
  // What has been answered and is not in the inventory yet, by workspace.
  readonly #settling = new Map<Promise<void>, string>();

  constructor({ files, tell }: Pick<GatewayParts, 'files' | 'tell'>) {
    this.#desk = files;
    this.#tell = tell;
  }

  /**
   * Answers a request for the list, and tells whether it did. The vendor's list would show the files of all workspaces
   * that share a contract, so each sees its own; and asks for, downloads and deletes its own alone.
   * @throws gateway_path_unknown, gateway_file_unknown
   */
  async take({ route, admission, request, response }: Exchange): Promise<boolean> {
    if (!route.kind.startsWith('file_')) return false;
    if (!this.#desk) throw gatewayError('gateway_path_unknown', {});
    if (route.kind === 'file_upload') return false;
    const { tenantId, sender } = admission;
    await this.#settled(sender.workspaceId);
    const of = { tenantId, workspaceId: sender.workspaceId, contractId: sender.contractId };
    if (route.kind === 'file_list') {
      const text = JSON.stringify(page(await this.#desk.list(of), new URLSearchParams(route.query)));
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
      return true;
    }
    const [file] = await this.#desk.list(of, fileIdOf(route.path));
    if (!file) throw gatewayError('gateway_file_unknown');
    return false;
  }

  /** Runs the end of an exchange; whoever asks for the workspace's files meanwhile waits for it. */
  async ending({ route, admission }: Exchange, work: () => Promise<void>): Promise<void> {
    if (!route.kind.startsWith('file_')) return work();
    const working = work();
    this.#settling.set(working, admission.sender.workspaceId);
    await working.finally(() => this.#settling.delete(working));
  }

  /** Keeps the inventory true to what came of the request. What could not be written down, the next reconciliation finds. */
  async settle(exchange: Exchange, relayed: Relayed, upload: InspectedUpload | undefined): Promise<void> {
    if (relayed.outcome !== 'answered' || !exchange.route.kind.startsWith('file_')) return;
    try {
      if (upload && relayed.status === 200) await this.#uploaded(exchange, relayed, upload);
      if (exchange.route.kind === 'file_delete') await this.#deleted(exchange, relayed);
    } catch (fault) {
      this.#tell({ kind: 'record_lost', exchangeId: exchange.id, code: describeCause(fault) });
    }
  }

  async #settled(workspaceId: string): Promise<void> {
    await Promise.allSettled([...this.#settling].flatMap(([work, of]) => (of === workspaceId ? [work] : [])));
  }

  async #uploaded(exchange: Exchange, { facts }: Relayed, upload: InspectedUpload): Promise<void> {
    const { tenantId, sender } = exchange.admission;
    const { file } = facts;
    if (!file) return this.#tell({ kind: 'record_lost', exchangeId: exchange.id, code: 'file_answer_unreadable' });
    const { label, bytes, name, mediaType } = upload;
    await this.#desk?.uploaded({
      tenantId,
      exchangeId: exchange.id,
      sender,
      vendorFileId: file.id,
      uploadedAt: file.createdAt,
      ...(file.expiresAt === undefined ? {} : { expiresAt: file.expiresAt }),
      bytes,
      label,
      ...(exchange.isCountsOnly
        ? { isCountsOnly: true as const }
        : { name, ...(mediaType === undefined ? {} : { mediaType }) }),
    });
  }

  async #deleted({ admission, route }: Exchange, { status, requestId }: Relayed): Promise<void> {
    if (status !== 200 && status !== 404) return;
    const { tenantId, sender } = admission;
    const answer = status === 200 ? 'deleted' : 'not_there';
    await this.#desk?.deleted({ tenantId, sender, vendorFileId: fileIdOf(route.path), answer, requestId });
  }
}

const usualLimit = 20;
const mostListed = 1000;

// As the vendor pages: from the newest on, by the ids at the ends.
function page(files: readonly FileAtVendor[], asked: URLSearchParams) {
  const newest = files.toReversed();
  const limit = Math.min(mostListed, Math.max(1, Number.parseInt(asked.get('limit') ?? '', 10) || usualLimit));
  const placeOf = (name: string): number => newest.findIndex(({ vendorFileId }) => vendorFileId === asked.get(name));
  const [after, before] = [placeOf('after_id'), placeOf('before_id')];
  const from = before === -1 ? after + 1 : Math.max(0, before - limit);
  const to = before === -1 ? from + limit : before;
  const shown = newest.slice(from, to);
  return {
    data: shown.map(fileObject),
    has_more: before === -1 ? to < newest.length : from > 0,
    first_id: shown[0]?.vendorFileId ?? null,
    last_id: shown.at(-1)?.vendorFileId ?? null,
  };
}

function fileObject({ vendorFileId, name, mediaType, bytes, uploadedAt, expiresAt }: FileAtVendor) {
  return {
    type: 'file',
    id: vendorFileId,
    filename: name ?? 'unnamed',
    mime_type: mediaType ?? 'application/octet-stream',
    size_bytes: bytes,
    created_at: uploadedAt,
    downloadable: false,
    expires_at: expiresAt,
  };
}
