import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/index.ts';
import { openStore, startEmbedded, type Store } from '../../src/store/index.ts';
import { runAsSuper } from '../support/run-as-super.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually } from '../support/http.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const open = (mode: 'own' | 'share' = 'own'): Promise<Store> =>
  openStore({ kind: 'embedded', folder, mode, now: systemClock });
const pidFile = (): string => join(folder, 'postgres', 'postmaster.pid');
const serverPid = async (): Promise<number> => Number.parseInt(await readFile(pidFile(), 'utf8'), 10);
const tenantCount = (store: Store): Promise<number> =>
  store.inSystem(async (db) => (await db.selectFrom('tenant').select('id').execute()).length);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('starts, keeps what was committed over a stop, and leaves no process behind', async () => {
  const store = await open();
  const pid = await serverPid();
  await addTenant(store);
  await store.close();
  expect(isRunning(pid)).toBe(false);
  expect(existsSync(pidFile())).toBe(false);
  const again = await open();
  expect(await tenantCount(again)).toBe(1);
  await again.close();
});

test('refuses to start twice on one folder, and names the process that has it', async () => {
  const store = await open();
  await expect(open()).rejects.toMatchObject({ code: 'store_folder_in_use', args: { folder, pid: await serverPid() } });
  expect(await tenantCount(store)).toBe(0); // The first goes on undisturbed.
  await store.close();
});

test('a command joins the running server, and its end leaves it running', async () => {
  const store = await open();
  const joined = await open('share');
  await addTenant(joined);
  await joined.close();
  expect(await tenantCount(store)).toBe(1);
  await store.close();
});

test('a server whose main process is killed comes back by itself with all that was committed', async () => {
  const store = await open();
  await addTenant(store);
  const killed = await serverPid();
  process.kill(killed, 'SIGKILL');
  await eventually(
    () => serverPid().catch(() => killed),
    (pid) => pid !== killed,
  );
  await eventually(
    () => tenantCount(store).catch(() => -1),
    (count) => count === 1,
  );
  await store.close();
});

test('when octroi itself is killed, its server ends too, and the next start finds everything', async () => {
  const program = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/index.ts'))};
    await openStore({ kind: 'embedded', folder: ${JSON.stringify(folder)}, mode: 'own', now: () => new Date() });
    process.stdout.write('open');
    setInterval(() => {}, 1_000);`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  const pid = await serverPid();
  child.kill('SIGKILL');
  const store = await open(); // At once: it waits for the old server to end.
  expect(isRunning(pid)).toBe(false);
  expect(await tenantCount(store)).toBe(0);
  await store.close();
});

test('a lock file whose process is another program by now does not keep it from starting', async () => {
  await (await open()).close();
  const text = [String(process.pid), join(folder, 'postgres'), '0', '5432', folder, '', '0 0', 'ready', ''].join('\n');
  await writeFile(pidFile(), text, { mode: 0o600 });
  const store = await open();
  expect(await serverPid()).not.toBe(process.pid);
  await store.close();
});

test('a first start that is cut short is made again', async () => {
  await (await open()).close();
  await rm(join(folder, 'postgres', 'PG_VERSION'));
  await expect(open()).rejects.toMatchObject({ code: 'store_init_failed' });
});

test('a folder of another PostgreSQL version is refused, not touched', async () => {
  await (await open()).close();
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n');
  await expect(open()).rejects.toMatchObject({ code: 'store_init_failed', args: { detail: 'PG_VERSION 15' } });
});

test('listens on no network, in a folder closed to others, as an unprivileged user', async () => {
  const server = await startEmbedded({ folder, mode: 'own' });
  const rows = await runAsSuper(server.socketFolder, 'postgres', {
    sql: `select current_setting('listen_addresses') as listen, current_setting('fsync') as fsync`,
  });
  expect(rows).toEqual([{ listen: '', fsync: 'on' }]);
  const { mode, uid } = await stat(server.socketFolder);
  expect(mode & 0o077).toBe(0);
  const status = await readFile(`/proc/${await serverPid()}/status`, 'utf8');
  expect(status).toMatch(new RegExp(`^Uid:\\s+${uid}\\b`, 'm'));
  expect(uid).not.toBe(0);
  await server.stop();
});

test('a data folder with a long name gets its socket elsewhere', async () => {
  const deep = join(folder, 'd'.repeat(60), 'e'.repeat(60));
  const server = await startEmbedded({ folder: deep, mode: 'own' });
  expect(Buffer.byteLength(server.socketFolder)).toBeLessThan(90);
  expect(server.dataFolder.startsWith(deep)).toBe(true);
  await server.stop();
  await rm(server.socketFolder, { recursive: true, force: true });
});

async function addTenant(store: Store): Promise<void> {
  const id = '01a214cd-5a1e-70f1-821e-27fee2383526';
  const row = { id, name: 'a', is_demo: false, fingerprint_key_sealed: Buffer.alloc(1), created_at: new Date() };
  await store.inTenant(id, (db) => db.insertInto('tenant').values(row).execute());
}
