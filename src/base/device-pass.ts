import { type KeyObject, sign, verify } from 'node:crypto';
import { parsePinnedKey } from './signed-envelope.ts';

/*
 * What a workstation shows the forward proxy, where programs have room for a password: who it is, until when, and its
 * signature over both. It is no secret that lasts, and the proxy keeps nothing to compare it with but the public key.
 */

const shape = /^octd_([0-9a-f-]{36})_(\d{10})_([A-Za-z0-9_-]{86})$/;

/** A pass of a device until a second since 1970, signed with the device's Ed25519 key. */
export function makeDevicePass(deviceId: string, until: number, key: KeyObject): string {
  return `octd_${deviceId}_${until}_${sign(null, signedPart(deviceId, until), key).toString('base64url')}`;
}

export type DevicePass = {
  readonly deviceId: string;
  /** In seconds since 1970. */
  readonly until: number;
  /** Whether the device of this public key (32 bytes in base64) has signed it. */
  readonly isSignedBy: (publicKey: string) => boolean;
};

/** Reads a pass, before anything of it is believed; undefined for a text that is none. */
export function readDevicePass(text: string): DevicePass | undefined {
  const [, deviceId, seconds, signature] = shape.exec(text) ?? [];
  if (deviceId === undefined || signature === undefined) return undefined;
  const until = Number(seconds);
  const isSignedBy = (publicKey: string): boolean => {
    const key = parsePinnedKey(publicKey);
    const given = Buffer.from(signature, 'base64url');
    return key !== undefined && verify(null, signedPart(deviceId, until), key, given);
  };
  return { deviceId, until, isSignedBy };
}

function signedPart(deviceId: string, until: number): Buffer {
  return Buffer.from(`octroi.device.pass/1 ${deviceId} ${until}`);
}
