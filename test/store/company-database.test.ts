import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock, timeOrderedId } from '../../src/base/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { createKey, ensureTenant, listKeys } from '../../src/tenancy/index.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually } from '../support/http.ts';
import { testTenancy } from '../support/books.ts';
import { declaredRecord } from '../support/records.ts';

// The company's own PostgreSQL, in place of the embedded one: Debian's, where it is installed.
const debian = '/usr/lib/postgresql';
const versions = existsSync(debian)
  ? readdirSync(debian).filter((version) => existsSync(join(debian, version, 'bin', 'initdb')))
  : [];
if (versions.length === 0)
  process.stderr.write(
    'NOT TESTED: no PostgreSQL of Debian on this machine, so DATABASE_URL was tried with the embedded one only\n',
  );

describe.each(versions)('with Debian’s PostgreSQL %s behind DATABASE_URL', (version) => {
  const bin = join(debian, version, 'bin');
  const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  let folder: string;
  let server: ChildProcess;
  let store: Store;

  beforeAll(async () => {
    folder = await makeFolder();
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o700 });
    if (owner.uid !== undefined) await chown(data, owner.uid, owner.gid);
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'], {
      cwd: data,
      stdio: 'ignore',
      ...owner,
    });
    server = spawn(join(bin, 'postgres'), ['-D', data, '-k', data, '-c', 'listen_addresses='], {
      cwd: data,
      stdio: 'ignore',
      ...owner,
    });
    await eventually(
      () => asAdministrator('select 1').catch(() => undefined),
      (answered) => answered !== undefined,
    );
    await asAdministrator('create role octroi_app nologin');
    await asAdministrator('create role migrator login');
    await asAdministrator('create role app login in role octroi_app');
    await asAdministrator('create database company owner migrator');
  });
  afterAll(async () => {
    await store?.close();
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  const url = (user: string): string =>
    `postgresql:///company?host=${encodeURIComponent(join(folder, 'data'))}&user=${user}`;

  async function asAdministrator(sql: string) {
    const client = new Client({ host: join(folder, 'data'), user: 'postgres', database: 'postgres' });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  test('migrates, writes and reads', async () => {
    store = await openStore({ kind: 'url', url: url('app'), migrationUrl: url('migrator'), now: systemClock });
    const tenancy = testTenancy(store);
    const { id: tenantId } = await ensureTenant(tenancy, 'company');
    await createKey(tenancy, {
      tenantId,
      personName: 'Ada',
      workspaceName: 'w',
      language: 'en',
      validDays: 1,
      actor: 'console',
    });
    expect((await listKeys(tenancy, tenantId)).length).toBe(1);
    const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
    const record = declaredRecord({ tenantId });
    expect((await ledger.append(record)).recordId).toBe(record.id);
    await ledger.close();
  });

  test('an application login that owns the tables is refused, and told how it should be', async () => {
    await asAdministrator('alter role migrator createrole');
    await expect(
      openStore({ kind: 'url', url: url('nobody-known'), migrationUrl: url('migrator'), now: systemClock }),
    ).rejects.toMatchObject({ code: 'store_unreachable' });
    await expect(openStore({ kind: 'url', url: url('migrator'), now: systemClock })).rejects.toMatchObject({
      code: 'store_role_missing',
    });
  });
});
