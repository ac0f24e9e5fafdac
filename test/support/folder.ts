import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of its own for a test, which others may enter: under root the database runs as another user, and from a
 * closed folder it would be moved to /var/lib/octroi.
 */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octroi-test-'));
  await chmod(folder, 0o755);
  return folder;
}
