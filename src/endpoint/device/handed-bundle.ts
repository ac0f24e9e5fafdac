import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeviceReport, sha256Hex } from '../../base/index.ts';
import { openBundle, type PolicyBundle } from '../../policy/bundle/index.ts';
import { endpointError } from '../errors.ts';
import { installedBundle, installedKeys } from '../hook/installed-bundle.ts';
import { writeDurably } from './identity.ts';

type Installed = { readonly bundle: PolicyBundle; readonly digest: string };

/** The bundle that is installed in a folder, as a report names it; null where none is, or none that holds. */
export function bundleIn(folder: string, now: Date): DeviceReport['bundle'] {
  const installed = findInstalled(folder, now);
  return installed ? { policyVersion: installed.bundle.policyVersion, digest: installed.digest } : null;
}

/**
 * Puts the bundle that a post handed out in the place of the installed one, by which hooks decide from then on. Only
 * where an administrator has installed keys: whoever holds the post does not hold the workstation.
 * @returns the version of the policy, or undefined where no keys are installed
 * @throws endpoint_bundle_older for one that was made before the installed one; policy_bundle_…, endpoint_device_invalid
 */
export function takeBundle(folder: string, file: string, now: Date): string | undefined {
  const keys = installedKeys(folder);
  if (keys.length === 0) return undefined;
  const handed = openBundle(file, keys, now);
  const before = findInstalled(folder, now);
  // Somebody who has an old bundle must not be able to bring back what it allowed.
  if (before && Date.parse(handed.madeAt) < Date.parse(before.bundle.madeAt))
    throw endpointError('endpoint_bundle_older', { madeAt: handed.madeAt, installed: before.bundle.madeAt });
  const path = join(folder, 'bundle.json');
  try {
    // Hooks run as whoever works here.
    writeDurably(path, file, 0o644);
  } catch (fault) {
    throw endpointError('endpoint_device_invalid', { path }, fault);
  }
  return handed.policyVersion;
}

function findInstalled(folder: string, now: Date): Installed | undefined {
  try {
    return { bundle: installedBundle(folder, now), digest: sha256Hex(readFileSync(join(folder, 'bundle.json'))) };
  } catch {
    return undefined; // One that is not there, or does not hold, decides nothing: it is replaced by any that does.
  }
}
