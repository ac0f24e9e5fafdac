import { readFileSync } from 'node:fs';
import { openBundle, type PolicyBundle } from '../../policy/bundle/index.ts';
import { endpointError } from '../errors.ts';
import { stateFolder } from '../fix/fix-record.ts';
import type { System } from '../machine/machine.ts';

/** The system this process runs on. */
export function systemHere(): System {
  return process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'macos' : 'linux';
}

/** Where a fix leaves the bundle and the keys on this machine. */
export function installedFolder(): string {
  return `${process.platform === 'win32' ? 'C:' : ''}${stateFolder({ system: systemHere(), drive: '' })}`;
}

/**
 * The bundle that an administrator installed in a folder, checked anew each time.
 * @throws endpoint_bundle_missing, policy_bundle_…
 */
export function installedBundle(folder: string, now: Date): PolicyBundle {
  const keys = installedKeys(folder);
  if (keys.length === 0) throw endpointError('endpoint_bundle_missing', { path: `${folder}/trust.json` });
  return openBundle(read(`${folder}/bundle.json`), keys, now);
}

/** The keys that were installed with it; none where nobody did. @throws endpoint_bundle_missing when they cannot be read */
export function installedKeys(folder: string): readonly string[] {
  const path = `${folder}/trust.json`;
  try {
    const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { readonly keys: readonly string[] };
    return keys.filter((key) => typeof key === 'string');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw endpointError('endpoint_bundle_missing', { path }, fault);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    throw endpointError('endpoint_bundle_missing', { path }, fault);
  }
}
