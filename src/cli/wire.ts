import { access, constants, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { systemClock, timeOrderedId } from '../base/index.ts';
import { openStore, type Store } from '../store/index.ts';
import {
  assertMasterKey,
  ensureTenant,
  listTenants,
  loadMasterKey,
  openTenancy,
  parseMasterKey,
  type Tenancy,
  type Tenant,
} from '../tenancy/index.ts';
import { codeOf } from './detect/find-files.ts';
import { cliError } from './errors.ts';
import { readSettings } from './settings/read-settings.ts';
import type { Settings } from './settings/settings.ts';

/** An open installation: its settings, database and tenant. */
export type Installation = {
  readonly settings: Settings;
  readonly store: Store;
  readonly tenancy: Tenancy;
  readonly tenant: Tenant;
  close(): Promise<void>;
};

export type InstallationOptions = {
  readonly settings: Settings;
  /** `own`: this process runs the embedded database until it ends. `share`: it joins a running one. */
  readonly mode: 'own' | 'share';
  /** Whether it must be a demo's, or must not; undefined takes it as it is. */
  readonly isDemo?: boolean;
};

/** Reads the settings: the file if one is named or `octroi.yaml` stands here, then the environment, then `overrides`. */
export async function loadSettings(
  file: string | undefined,
  overrides: Readonly<Record<string, string | undefined>>,
): Promise<Settings> {
  return readSettings({ file: await readSettingsFile(file), environment: { ...process.env, ...overrides } });
}

async function readSettingsFile(name: string | undefined): Promise<{ name: string; text: string } | undefined> {
  const file = name ?? process.env['OCTROI_CONFIG'] ?? 'octroi.yaml';
  try {
    return { name: file, text: await readFile(file, 'utf8') };
  } catch (fault) {
    const isAbsent = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    if (isAbsent && file === 'octroi.yaml') return undefined;
    throw cliError('cli_settings_unreadable', { file }, fault);
  }
}

/** Opens the database of an installation and finds or makes its tenant. On a fault nothing is left running. */
export async function openInstallation({ settings, mode, isDemo }: InstallationOptions): Promise<Installation> {
  const folder = resolve(settings.data);
  await makeFolder(folder);
  const { url, migrationUrl } = settings.database;
  const place =
    url === ''
      ? ({ kind: 'embedded', folder, mode } as const)
      : ({ kind: 'url', url, migrationUrl: migrationUrl || undefined } as const);
  const store = await openStore({ ...place, now: systemClock });
  try {
    const key = await masterKey(store, folder);
    const tenancy = openTenancy({ store, masterKey: key, now: systemClock, newId: timeOrderedId });
    const tenant = await theTenant(tenancy, isDemo);
    // Before anything is sealed with another key than the rest.
    await assertMasterKey(tenancy, tenant.id);
    return { settings, store, tenancy, tenant, close: () => store.close() };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (fault) {
    throw cliError('cli_data_unusable', { folder, code: codeOf(fault) }, fault);
  }
}

// A ledger is a demo's or it is not, from its first record on: real exchanges and made-up ones never share one.
async function theTenant(tenancy: Tenancy, wantsDemo: boolean | undefined): Promise<Tenant> {
  const [first] = await listTenants(tenancy.store);
  if (!first) return ensureTenant(tenancy, wantsDemo ? 'demo' : 'default', wantsDemo);
  if (wantsDemo !== undefined && first.isDemo !== wantsDemo)
    throw cliError(first.isDemo ? 'cli_data_is_demo' : 'cli_data_is_real');
  return first;
}

// A master key is made only for a database that has sealed nothing yet: beside an old one a new key would open nothing.
async function masterKey(store: Store, folder: string): Promise<Buffer> {
  const given = process.env['OCTROI_MASTER_KEY'];
  if (given !== undefined && given !== '') return parseMasterKey(given, 'OCTROI_MASTER_KEY');
  const tenants = await store.inSystem((db) => db.selectFrom('tenant').select('id').limit(1).execute());
  return loadMasterKey(join(folder, 'master.key'), tenants.length === 0);
}
