import { anyUuid, type Clock, type DeviceEnrolment, type IdMaker, sha256Hex } from '../base/index.ts';
import { type Actor, appendWithin, type Books } from '../ledger/index.ts';
import { makeEnrolmentCode, tenantOfCode } from './enrolment-code.ts';
import { fleetError } from './errors.ts';

export type FleetBooks = Books & { readonly now: Clock; readonly newId: IdMaker };

export type NewDevice = {
  readonly tenantId: string;
  /** What the operator calls it: an inventory number, say. */
  readonly name: string;
  /** For how many days the code holds. */
  readonly days: number;
  readonly actor: Actor;
};

export type InvitedDevice = {
  readonly id: string;
  readonly name: string;
  /** Shown once; only its hash is kept. */
  readonly code: string;
  readonly expiresAt: string;
};

const dayMs = 86_400_000;
const mostDays = 90;

/** Lets one device enrol, once. @throws fleet_name_invalid, fleet_name_taken, fleet_days_invalid */
export async function inviteDevice(books: FleetBooks, wanted: NewDevice): Promise<InvitedDevice> {
  const { tenantId, actor, days } = wanted;
  const name = wanted.name.trim();
  if (name === '' || name.length > 100 || /\p{Cc}|\p{Cf}|\p{Cs}/u.test(name)) throw fleetError('fleet_name_invalid');
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw fleetError('fleet_days_invalid', { most: mostDays });
  const id = books.newId();
  const code = makeEnrolmentCode(tenantId);
  const now = books.now();
  const expiresAt = new Date(now.getTime() + days * dayMs);
  await books.store.inTenant(tenantId, async (db) => {
    const taken = await db
      .selectFrom('device')
      .select('id')
      .where('name', '=', name)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (taken) throw fleetError('fleet_name_taken', { name });
    await db
      .insertInto('device')
      .values({
        tenant_id: tenantId,
        id,
        name,
        code_hash: sha256Hex(code),
        code_expires_at: expiresAt,
        last_sequence: 0,
        created_at: now,
      })
      .execute();
    const common = { id: books.newId(), tenantId, recordedAt: now.toISOString() };
    await appendWithin(db, books.recordKeys, { ...common, kind: 'device_invited', deviceId: id, name, actor });
  });
  return { id, name, code, expiresAt: expiresAt.toISOString() };
}

export type EnrolledDevice = { readonly tenantId: string; readonly deviceId: string; readonly name: string };

/**
 * Takes a device's key for its code. A device whose answer got lost comes again with the same key and gets the same one.
 * Undefined for a code that is unknown, used by another key, over, or of a device that was revoked: which, is not told.
 */
export async function enrolDevice(
  books: FleetBooks,
  { code, publicKey, system }: Pick<DeviceEnrolment, 'code' | 'publicKey' | 'system'>,
): Promise<EnrolledDevice | undefined> {
  const tenantId = tenantOfCode(code);
  if (tenantId === undefined) return undefined;
  return books.store.inTenant(tenantId, async (db) => {
    const device = await db
      .selectFrom('device')
      .select(['id', 'name', 'public_key', 'code_expires_at', 'revoked_at'])
      .where('code_hash', '=', sha256Hex(code))
      .forUpdate()
      .executeTakeFirst();
    const now = books.now();
    if (!device || device.revoked_at || device.code_expires_at <= now) return undefined;
    const enrolled = { tenantId, deviceId: device.id, name: device.name };
    if (device.public_key !== null) return device.public_key === publicKey ? enrolled : undefined;
    const taken = { public_key: publicKey, system, enrolled_at: now };
    await db.updateTable('device').set(taken).where('id', '=', device.id).execute();
    const common = { id: books.newId(), tenantId, recordedAt: now.toISOString() };
    const facts = { deviceId: device.id, publicKey, system };
    await appendWithin(db, books.recordKeys, { ...common, kind: 'device_enrolled', ...facts });
    return enrolled;
  });
}

/** Nothing that a device says counts from now on. @throws fleet_device_unknown, fleet_device_revoked */
export async function revokeDevice(
  books: FleetBooks,
  { tenantId, deviceId, actor }: { readonly tenantId: string; readonly deviceId: string; readonly actor: Actor },
): Promise<void> {
  await books.store.inTenant(tenantId, async (db) => {
    const device = await db
      .selectFrom('device')
      .select(['id', 'name', 'revoked_at'])
      .where('id', '=', anyUuid(deviceId))
      .forUpdate()
      .executeTakeFirst();
    if (!device) throw fleetError('fleet_device_unknown', { device: deviceId });
    if (device.revoked_at) throw fleetError('fleet_device_revoked', { device: device.name });
    const now = books.now();
    await db.updateTable('device').set({ revoked_at: now, code_hash: null }).where('id', '=', device.id).execute();
    const common = { id: books.newId(), tenantId, recordedAt: now.toISOString() };
    const facts = { deviceId: device.id, name: device.name, actor };
    await appendWithin(db, books.recordKeys, { ...common, kind: 'device_revoked', ...facts });
  });
}

export type KnownDevice = { readonly publicKey: string; readonly isRevoked: boolean };

/** Whose key speaks for a device; undefined for one that never enrolled. */
export async function findDevice(
  { store }: Books,
  tenantId: string,
  deviceId: string,
): Promise<KnownDevice | undefined> {
  const row = await store.inTenant(anyUuid(tenantId), (db) =>
    db.selectFrom('device').select(['public_key', 'revoked_at']).where('id', '=', anyUuid(deviceId)).executeTakeFirst(),
  );
  if (!row || row.public_key === null) return undefined;
  return { publicKey: row.public_key, isRevoked: row.revoked_at !== null };
}

/** The enrolled device of this name, in whatever case: names of machines have none. */
export async function findDeviceNamed({ store }: Books, tenantId: string, name: string): Promise<string | undefined> {
  const row = await store.inTenant(anyUuid(tenantId), (db) =>
    db
      .selectFrom('device')
      .select('id')
      .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
      .where('public_key', 'is not', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  return row?.id;
}

/** What the operator calls each device, those that were revoked too. */
export async function deviceNames(
  { store }: Pick<Books, 'store'>,
  tenantId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await store.inTenant(anyUuid(tenantId), (db) =>
    db.selectFrom('device').select(['id', 'name']).execute(),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
