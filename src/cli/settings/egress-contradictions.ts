import { egressModes, flowRules } from '../../egress/index.ts';
import { isNetwork } from './is-network.ts';
import type { Settings } from './settings.ts';

// A certificate stands for one name: a pattern would need one that stands for more than was listed.
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const headerAndValue = /^[A-Za-z][A-Za-z-]{2,63}=[\x21-\x7e]{1,1000}$/;

/** What of the forward proxy's settings cannot be, each with its path and what it may be. */
export function egressContradictions({ egress }: Settings): readonly string[] {
  const found: string[] = [];
  for (const [path, value, allowed] of [
    ['egress.mode', egress.mode, ['off', ...egressModes]],
    ['egress.otherHosts', egress.otherHosts, ['refuse', 'pass']],
    ['egress.uninspectable', egress.uninspectable, ['refuse', 'pass']],
  ] as const)
    if (!allowed.some((each) => each === value)) found.push(`${path}: ${allowed.join(' | ')}`);
  for (const path of ['observed', 'warned'] as const)
    if (!egress[path].every((rule) => flowRules.some((known) => known === rule)))
      found.push(`egress.${path}: ${flowRules.join(' | ')}`);
  for (const path of ['networks', 'reachable'] as const)
    if (!egress[path].every(isNetwork)) found.push(`egress.${path}: 10.0.0.0/8 | fd00::/8 | 127.0.0.1`);
  if (!egress.ports.every((port) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535))
    found.push('egress.ports: 1–65535');
  if (egress.tlsPort !== 0 && (egress.tlsCertificate === '' || egress.tlsKey === ''))
    found.push('egress.tlsPort: egress.tlsCertificate, egress.tlsKey');
  if (!egress.inspected.every((host) => hostName.test(host))) found.push('egress.inspected: api.example.com');
  if (!egress.tenants.every((each) => headerAndValue.test(each)))
    found.push('egress.tenants: OpenAI-Allowed-Organization-Ids=org-…');
  return found;
}
