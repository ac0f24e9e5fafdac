import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../base/index.ts';
import { type ClientTokens, openSession } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import { hashUserCode, makeUserCode } from './user-code.ts';

export type DeviceCodes = {
  /** 256 random bits, for one use. */
  readonly deviceCode: string;
  /** What the person types or confirms: `BCDF-GHJK`. */
  readonly userCode: string;
  readonly expiresInSeconds: number;
  readonly intervalSeconds: number;
};

const lifetimeMs = 10 * 60_000;
const intervalSeconds = 5;
// A network may bring two polls closer together than they were sent.
const jitterMs = 1_000;

/** Begins the device flow (RFC 8628 §3.2). Of both codes only hashes are kept. */
export async function beginDevice({ tenancy, tenantId }: SignIn, surface: string | undefined): Promise<DeviceCodes> {
  const deviceCode = randomBytes(32).toString('base64url');
  const userCode = makeUserCode();
  const now = tenancy.now();
  await tenancy.store.inTenant(tenantId, async (db) => {
    await db.deleteFrom('device_sign_in').where('expires_at', '<', now).execute();
    const row = {
      tenant_id: tenantId,
      id: tenancy.newId(),
      device_code_hash: sha256Hex(deviceCode),
      user_code_hash: hashUserCode(userCode),
      surface: surface ?? null,
      interval_seconds: intervalSeconds,
      created_at: now,
      expires_at: new Date(now.getTime() + lifetimeMs),
    };
    await db.insertInto('device_sign_in').values(row).execute();
  });
  return { deviceCode, userCode, expiresInSeconds: lifetimeMs / 1_000, intervalSeconds };
}

export type DeviceAnswer =
  | { readonly kind: 'pending' | 'slow_down' | 'denied' | 'expired' }
  | { readonly kind: 'granted'; readonly tokens: ClientTokens };

/**
 * Turns a device code into tokens once its person has approved it; of two at the same time one gets them.
 *
 * A code that is not known, too old, or used has expired. Who asks more often than told is told to slow down, and the
 * interval grows by five seconds (RFC 8628 §3.5).
 */
export async function redeemDevice(signIn: SignIn, deviceCode: string): Promise<DeviceAnswer> {
  const { tenancy, tenantId } = signIn;
  const now = tenancy.now();
  return tenancy.store.inTenant(tenantId, async (db): Promise<DeviceAnswer> => {
    const device = await db
      .selectFrom('device_sign_in')
      .selectAll()
      .where('device_code_hash', '=', sha256Hex(deviceCode))
      .forUpdate()
      .executeTakeFirst();
    if (!device || device.redeemed_at || device.expires_at <= now) return { kind: 'expired' };
    const update = db.updateTable('device_sign_in').where('id', '=', device.id);
    if (device.decision === 'denied') return { kind: 'denied' };
    const { decision, person_id: personId, workspace_id: workspaceId, signed_in_by: by } = device;
    if (decision === 'approved' && personId && workspaceId && by) {
      const session = { personId, workspaceId, by, surface: device.surface };
      const tokens = await openSession(signIn, db, { ...session, providerToken: device.provider_token_sealed });
      await update.set({ redeemed_at: now, provider_token_sealed: null }).execute();
      return tokens ? { kind: 'granted', tokens } : { kind: 'denied' };
    }
    const waitedMs = device.polled_at ? now.getTime() - device.polled_at.getTime() : Number.POSITIVE_INFINITY;
    const isHasty = waitedMs < device.interval_seconds * 1_000 - jitterMs;
    const interval = device.interval_seconds + (isHasty ? 5 : 0);
    await update.set({ polled_at: now, interval_seconds: interval }).execute();
    return { kind: isHasty ? 'slow_down' : 'pending' };
  });
}
