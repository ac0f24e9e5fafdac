import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['OCTROI_VECTORS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'vectors');

/**
 * Published test vectors, which are not copied into this repository. Where they are missing the tests that need them are
 * skipped under this name, so that nobody takes silence for success.
 */
export const vectorsMissing = existsSync(folder) ? '' : `SKIPPED: no published vectors in ${folder} (OCTROI_VECTORS)`;

export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
}
