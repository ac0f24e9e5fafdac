import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeWindowsText, parseRegistry, type RegistryFile } from './registry.ts';

const keys = [
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
  'HKLM\\SOFTWARE\\Policies\\ClaudeCode',
  'HKLM\\SOFTWARE\\Policies\\Microsoft\\VSCode',
  'HKCU\\Environment',
  'HKCU\\SOFTWARE\\Policies\\ClaudeCode',
];

/**
 * The registry of the running machine, as `reg.exe export` writes it: the same text as an export in a tree. The
 * person's own hive is that of whoever runs this. A key that is not there exports nothing.
 */
export function readLiveRegistry(home: string): readonly RegistryFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'octroi-registry-'));
  try {
    return keys.flatMap((key, index) => {
      const file = join(folder, `${index}.reg`);
      if (spawnSync('reg.exe', ['export', key, file, '/y'], { timeout: 10_000 }).status !== 0) return [];
      // Named after its key, and where it is one's own, after the home: that is how an export's owner is told.
      const path = key.startsWith('HKCU') ? `${home}/${key}` : key;
      return [{ path, values: parseRegistry(decodeWindowsText(readFileSync(file)), path) }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
