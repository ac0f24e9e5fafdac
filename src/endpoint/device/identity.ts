import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { endpointError } from '../errors.ts';
import { installedFolder } from '../hook/installed-bundle.ts';

const schema = z.strictObject({
  schema: z.literal('octroi.device/1'),
  gateway: z.url(),
  tenantId: z.uuid(),
  deviceId: z.uuid(),
  name: z.string(),
  /** PKCS #8, PEM. */
  privateKey: z.string(),
  /** What references to persons are made with: it never leaves the device. */
  referenceKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** The number of the last report that was made. */
  sequence: z.int().min(0),
});

/** Who this workstation is to its post. */
export type DeviceIdentity = z.infer<typeof schema>;

/** Where a workstation keeps its identity: for administrators alone where root runs this, else in one's own home. */
export function deviceFolder(): string {
  const isRoot = process.platform === 'win32' || process.getuid?.() === 0;
  return isRoot ? installedFolder() : join(homedir(), '.local', 'state', 'octroi', 'endpoint');
}

/** A new key, and what references to persons are made with. */
export function newKeys(): { readonly key: KeyObject; readonly privateKey: string; readonly referenceKey: string } {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const pem = key.export({ type: 'pkcs8', format: 'pem' });
  return { key, privateKey: String(pem), referenceKey: randomBytes(32).toString('hex') };
}

/** Undefined where the workstation was never enrolled. @throws endpoint_device_invalid */
export function findIdentity(folder: string): DeviceIdentity | undefined {
  const path = identityFile(folder);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw endpointError('endpoint_device_invalid', { path }, fault);
  }
}

/** @throws endpoint_device_missing, endpoint_device_invalid */
export function readIdentity(folder: string): DeviceIdentity {
  const identity = findIdentity(folder);
  if (!identity) throw endpointError('endpoint_device_missing', { path: identityFile(folder) });
  return identity;
}

/** Durable on return. @throws endpoint_device_invalid */
export function writeIdentity(folder: string, identity: DeviceIdentity): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeDurably(identityFile(folder), `${JSON.stringify(identity, undefined, 2)}\n`);
  } catch (fault) {
    throw endpointError('endpoint_device_invalid', { path: identityFile(folder) }, fault);
  }
}

/** The key that speaks for the device. */
export function keyOf({ privateKey }: DeviceIdentity): KeyObject {
  return createPrivateKey(privateKey);
}

/** Writes a file whole or not at all; where nobody says otherwise, for its owner's eyes alone. */
export function writeDurably(path: string, text: string, mode = 0o600): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

function identityFile(folder: string): string {
  return join(folder, 'device.json');
}
