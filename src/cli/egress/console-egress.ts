import { systemClock } from '../../base/index.ts';
import type { ConsoleParts } from '../../console-api/index.ts';
import { connectTarget, decideTarget } from '../../egress/index.ts';
import type { Settings } from '../settings/settings.ts';
import { egressRules } from './egress-rules.ts';

type Explaining = {
  readonly settings: Pick<Settings, 'egress'>;
  readonly inForce: { readonly rules: Parameters<typeof egressRules>[0] };
  readonly gatewayUrl: string;
  /** Where the proxy stands; undefined while it is off. */
  readonly url: string | undefined;
};

/** What the console is told of the proxy, and what it would do with a connection by the policy in force. */
export function consoleEgress({ settings, inForce, gatewayUrl, url }: Explaining): ConsoleParts['egress'] {
  const { egress } = settings;
  const { mode } = egress;
  return {
    proxy: { mode: mode === 'observe' || mode === 'warn' || mode === 'enforce' ? mode : 'off', url: url ?? null },
    explain: (connection) => {
      const target = connectTarget(withPort(connection));
      const explained = { egress: { ...egress, mode: whenOn(mode) } };
      const rules = egressRules(inForce.rules, { settings: explained, gatewayUrl, now: systemClock() });
      const { effect, rule, vendor, purpose, audience } = decideTarget(target, rules);
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

/** A connection as somebody writes it: a host alone means the port of HTTPS. */
export function withPort(connection: string): string {
  return /:\d+$/.test(connection) ? connection : `${connection}:443`;
}

/** A proxy that is off is explained as it would be once it is on. */
export function whenOn(mode: string): string {
  return mode === 'off' ? 'enforce' : mode;
}
