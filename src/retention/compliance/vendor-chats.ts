import { ask, type VendorAccess } from '../files/vendor-files.ts';
import { vendorError } from '../vendor-errors.ts';

/** A conversation that the vendor keeps, without its name and content: those stay with the vendor. */
export type Chat = {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string | undefined;
  /** When its user deleted it; the vendor lists it until it is deleted for good. */
  readonly deletedAt: string | undefined;
  readonly userId: string | undefined;
};

const chats = '/v1/compliance/apps/chats';
const sessions = '/v1/compliance/apps/sessions/local';
const pageSize = 100;
const mostPages = 10_000;

/**
 * The chats of the organisation, the oldest first (platform.claude.com/docs/en/api/http/compliance/apps/chats,
 * read 2026-11-26). @throws retention_vendor_unreachable, retention_vendor_refused, retention_vendor_unreadable
 */
export function listChats(access: VendorAccess): AsyncGenerator<Chat> {
  return listed(access, chats);
}

/**
 * Sessions of Claude Code and Cowork on workstations, which the vendor captured. They can be read only: the vendor offers no
 * way to delete them (platform.claude.com/docs/en/manage-claude/compliance-sessions, read 2026-11-26).
 * @throws as `listChats`
 */
export function listLocalSessions(access: VendorAccess): AsyncGenerator<Chat> {
  return listed(access, sessions);
}

export type ChatDeletion = { readonly answer: 'deleted' | 'not_there'; readonly requestId: string | undefined };

/** Has the vendor delete a chat for good, with its messages and files. @throws as `listChats` */
export async function deleteVendorChat(access: VendorAccess, chatId: string): Promise<ChatDeletion> {
  const path = `${chats}/${encodeURIComponent(chatId)}`;
  const { status, body, requestId } = await ask(access, { method: 'DELETE', path, alsoFine: [404] });
  if (status === 404) return { answer: 'not_there', requestId };
  if (body['type'] !== 'claude_chat_deleted' || body['id'] !== chatId)
    throw vendorError('retention_vendor_unreadable', { what: `DELETE ${chats}` });
  return { answer: 'deleted', requestId };
}

// Cursors are opaque, and passed back as they came.
async function* listed(access: VendorAccess, path: string): AsyncGenerator<Chat> {
  let after = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { body } = await ask(access, { method: 'GET', path: `${path}?limit=${pageSize}${after}` });
    const { data, has_more: hasMore, last_id: lastId } = body;
    if (!Array.isArray(data) || typeof hasMore !== 'boolean') throw unreadable(path);
    for (const entry of data) yield readChat(entry, path);
    if (!hasMore) return;
    const next = typeof lastId === 'string' ? `&after_id=${encodeURIComponent(lastId)}` : after;
    if (next === after) break;
    after = next;
  }
  throw unreadable(path);
}

function readChat(value: unknown, path: string): Chat {
  const fields = typeof value === 'object' && value !== null ? ({ ...value } as Readonly<Record<string, unknown>>) : {};
  const { id, created_at: createdAt, user } = fields;
  if (typeof id !== 'string' || typeof createdAt !== 'string') throw unreadable(path);
  const userId = typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined;
  return {
    id: id.slice(0, 200),
    createdAt: createdAt.slice(0, 40),
    updatedAt: textOf(fields['updated_at']),
    deletedAt: textOf(fields['deleted_at']),
    userId: textOf(userId),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 200) : undefined;
}

function unreadable(what: string) {
  return vendorError('retention_vendor_unreadable', { what });
}
