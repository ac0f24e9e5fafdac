import type { ConsoleParts } from '../../console-api/index.ts';
import { egressModes } from '../../egress/index.ts';
import type { Settings } from '../settings/settings.ts';
import type { egressRules } from './egress-rules.ts';
import { explainConnection } from './explain-connection.ts';

type Explaining = {
  readonly settings: Pick<Settings, 'egress'>;
  readonly inForce: { readonly rules: Parameters<typeof egressRules>[0] };
  readonly gatewayUrl: string;
  /** Where the proxy stands; undefined while it is off. */
  readonly url: string | undefined;
};

/** What the console is told of the proxy, and what it would do with a connection by the policy in force. */
export function consoleEgress({
  settings,
  inForce,
  gatewayUrl,
  url,
}: Explaining): Omit<ConsoleParts['egress'], 'gateways'> {
  const mode = egressModes.find((one) => one === settings.egress.mode) ?? 'off';
  return {
    proxy: { mode, url: url ?? null },
    explain: (connection) => {
      const { target, decision } = explainConnection(connection, { settings, rules: inForce.rules, gatewayUrl });
      const { effect, rule, vendor, purpose, audience } = decision;
      return {
        ...target,
        effect: effect === 'refuse' ? 'refused' : effect,
        rule: rule ?? null,
        vendor: vendor ?? null,
        purpose: purpose ?? null,
        audience: audience ?? 'unknown',
      };
    },
  };
}
