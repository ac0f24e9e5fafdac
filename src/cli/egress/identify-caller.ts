import { readDevicePass } from '../../base/device-pass.ts';
import { keyedFingerprint } from '../../base/index.ts';
import { type Caller, type CallerCertificate, type FlowSender, networks } from '../../egress/index.ts';
import { findDevice, findDeviceNamed } from '../../fleet/index.ts';
import { type Directory, isOctroiKey, tenantFingerprintKey } from '../../tenancy/index.ts';
import type { RulesInForce } from '../policy/rules-in-force.ts';
import type { Installation } from '../wire.ts';

type Identifying = {
  readonly installation: Installation;
  readonly directory: Pick<Directory, 'look'>;
  readonly inForce: Pick<RulesInForce, 'rules'>;
};

/** A pass is renewed by the workstation: one that holds longer than this was not meant so. */
const longestPassSeconds = 31 * 86_400;

/**
 * Tells who opens a connection: by what they say (an octroi key, or a workstation's pass), else by the certificate that they
 * showed, else by the network they are on. What they say and is wrong is not made good by the other two.
 */
export async function identifier({ installation, directory, inForce }: Identifying) {
  const { settings, tenancy, tenant } = installation;
  const isTrusted = networks(settings.egress.networks);
  const key = await tenantFingerprintKey(tenancy, tenant.id);
  const referenceTo = (what: string): FlowSender => ({ network: keyedFingerprint(key, what) });
  return async ({ authorization, address, certificate }: Caller): Promise<FlowSender | undefined> => {
    if (authorization !== undefined) return byWord(secretOf(authorization) ?? '');
    if (certificate) return byCertificate(certificate);
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    return isTrusted(plain) ? referenceTo(`network ${plain}`) : undefined;
  };

  async function byWord(secret: string): Promise<FlowSender | undefined> {
    const pass = readDevicePass(secret);
    if (pass) {
      const left = pass.until - tenancy.now().getTime() / 1_000;
      if (left <= 0 || left > longestPassSeconds) return undefined;
      const device = await findDevice(tenancy, tenant.id, pass.deviceId);
      return device && !device.isRevoked && pass.isSignedBy(device.publicKey) ? { deviceId: pass.deviceId } : undefined;
    }
    if (!isOctroiKey(secret)) return undefined;
    const { answer } = await directory.look(secret);
    if (answer.kind !== 'admitted' || answer.admission.tenantId !== tenant.id) return undefined;
    const { sender, workspaceName } = answer.admission;
    const { personId, keyId } = sender;
    const isCountsOnly = inForce.rules.policy.isZdrWorkspace(workspaceName);
    return { personId, keyId, ...(isCountsOnly ? { isCountsOnly } : {}) };
  }

  // The company's authority names machines as its inventory does; whom else it names is known by a reference.
  async function byCertificate({ name, subject }: CallerCertificate): Promise<FlowSender | undefined> {
    const deviceId = await findDeviceNamed(tenancy, tenant.id, name);
    return deviceId === undefined ? referenceTo(`certificate ${subject}`) : { deviceId };
  }
}

// The secret stands where programs put a password; a few have room for a name alone.
function secretOf(authorization: string): string | undefined {
  const [, encoded = ''] = /^basic ([A-Za-z0-9+/=_-]{1,600})$/i.exec(authorization) ?? [];
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return password.join(':') || name || undefined;
}
