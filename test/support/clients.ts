import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The clients tried here, by exact version; the newest on 2026-11-25. */
export const clientVersions = { '@anthropic-ai/claude-code': '2.1.332', '@anthropic-ai/sdk': '1.14.0' } as const;

/**
 * Installs a client from npm into a cache folder outside the package, once, without running its scripts.
 * @returns the folder that holds its `node_modules`.
 */
export async function installClient(name: keyof typeof clientVersions): Promise<string> {
  const version = process.env['OCTROI_CLIENT_VERSION'] ?? clientVersions[name];
  const cache = process.env['OCTROI_CLIENT_CACHE'] ?? join(homedir(), '.cache', 'octroi', 'clients');
  const folder = join(cache, `${name.replace('/', '-')}-${version}`);
  if (existsSync(join(folder, 'node_modules'))) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'package.json'), '{"private":true}');
  await run(
    'npm',
    ['install', `${name}@${version}`, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: draft },
  );
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true })); // Another test was first.
  return folder;
}
