import { timingSafeEqual } from 'node:crypto';
import { type FingerprintKey, keyedFingerprint } from '../base/index.ts';
import { fingerprintKey, type Tenancy } from './tenants.ts';

const prefix = 'octh_';
const shape = /^octh_[A-Za-z0-9_-]{86}$/;

export type HookSubject = { readonly tenantId: string; readonly personId: string; readonly workspaceId: string };

/**
 * The token with which a client's hooks ask on behalf of a person: it stands in their managed settings, since a client
 * hands none of its own credentials to a hook. It opens nothing but the hooks, and is the same each time, so that the
 * settings' checksum is. Layout: the three ids and 128 bits of a MAC under the tenant's key.
 */
export async function hookToken(tenancy: Tenancy, subject: HookSubject): Promise<string> {
  const key = await tenancy.store.inTenant(subject.tenantId, (db) =>
    fingerprintKey(db, tenancy.vault, subject.tenantId),
  );
  const ids = [subject.tenantId, subject.personId, subject.workspaceId].map(bytesOf);
  return prefix + Buffer.concat([...ids, macOf(key, ids)]).toString('base64url');
}

export function isHookToken(text: string): boolean {
  return shape.test(text);
}

/** Whom a hook's token speaks for; undefined when it was not made here. */
export async function hookSubject(tenancy: Tenancy, token: string): Promise<HookSubject | undefined> {
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
  const ids = [0, 16, 32].map((at) => bytes.subarray(at, at + 16));
  const [tenantId = '', personId = '', workspaceId = ''] = ids.map(uuidOf);
  const key = await tenancy.store.inTenant(tenantId, async (db) => {
    const tenant = await db.selectFrom('tenant').select('id').executeTakeFirst();
    return tenant && fingerprintKey(db, tenancy.vault, tenantId);
  });
  if (!key || !timingSafeEqual(macOf(key, ids), bytes.subarray(48))) return undefined;
  return { tenantId, personId, workspaceId };
}

function macOf(key: FingerprintKey, ids: readonly Buffer[]): Buffer {
  return Buffer.from(keyedFingerprint(key, 'hook token:', ...ids), 'base64url');
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
