import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { tenancyError } from './errors.ts';

const keyBytes = 32;

/** Reads a master key given as text: 32 bytes in base64, as `openssl rand -base64 32` prints them. */
export function parseMasterKey(text: string, from: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes || key.toString('base64') !== text.trim())
    throw tenancyError('tenancy_master_key_invalid', { from });
  return key;
}

/**
 * Reads the master key from its file, or makes one there (mode 0600) when `mayCreate` says that nothing is sealed yet.
 *
 * @throws tenancy_master_key_missing, tenancy_master_key_invalid, tenancy_master_key_exposed when others may read it.
 */
export async function loadMasterKey(file: string, mayCreate: boolean): Promise<Buffer> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) throw tenancyError('tenancy_master_key_exposed', { file });
    return parseMasterKey(await readFile(file, 'utf8'), file);
  } catch (fault) {
    if (!isAbsent(fault)) throw fault;
    if (!mayCreate) throw tenancyError('tenancy_master_key_missing', { file }, fault);
    return createMasterKey(file);
  }
}

async function createMasterKey(file: string): Promise<Buffer> {
  const key = randomBytes(keyBytes);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${key.toString('base64')}\n`);
    // What it seals will be on disk before we return from a commit: the key must not be the one thing a power cut takes.
    await handle.sync();
  } finally {
    await handle.close();
  }
  return key;
}

function isAbsent(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}
