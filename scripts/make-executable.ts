import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// The mark in Node's binary that says whether something was put in it: nodejs.org/api/single-executable-applications.html
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * Makes an executable of this platform from one CommonJS file: the running Node with the file in it, and the code V8 made
 * of it. On macOS the result has to be signed anew by whoever hands it out.
 */
export async function makeExecutable(file: string, executable: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'octroi-executable-'));
  try {
    const output = join(folder, 'program.blob');
    const config = join(folder, 'config.json');
    await writeFile(
      config,
      JSON.stringify({ main: file, output, disableExperimentalSEAWarning: true, useCodeCache: true }),
    );
    await run(process.execPath, ['--experimental-sea-config', config]);
    await copyFile(process.execPath, executable);
    await chmod(executable, 0o755);
    const segment = process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : [];
    const require = createRequire(import.meta.url);
    const injector = require.resolve('postject/dist/cli.js');
    await run(process.execPath, [injector, executable, 'NODE_SEA_BLOB', output, '--sentinel-fuse', fuse, ...segment]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
