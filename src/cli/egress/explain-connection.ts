import { systemClock } from '../../base/index.ts';
import { connectTarget, decideTarget } from '../../egress/index.ts';
import type { Settings } from '../settings/settings.ts';
import { egressRules } from './egress-rules.ts';

type Explaining = {
  readonly settings: Pick<Settings, 'egress'>;
  readonly rules: Parameters<typeof egressRules>[0];
  readonly gatewayUrl: string;
};

/**
 * What the proxy would do with a connection (`host` or `host:port`) by its name and port alone. One that is off is explained
 * as it would be once it is on. @throws what `connectTarget` throws
 */
export function explainConnection(connection: string, { settings: { egress }, rules, gatewayUrl }: Explaining) {
  // A host alone means the port of HTTPS.
  const target = connectTarget(/:\d+$/.test(connection) ? connection : `${connection}:443`);
  const settings = { egress: { ...egress, mode: egress.mode === 'off' ? 'enforce' : egress.mode } };
  return { target, decision: decideTarget(target, egressRules(rules, { settings, gatewayUrl, now: systemClock() })) };
}
