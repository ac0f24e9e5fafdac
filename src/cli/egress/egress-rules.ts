import { audienceOf, type EgressHost, type EgressMode, egressModes, type EgressRules } from '../../egress/index.ts';
import { contractForPlan, hostExpression, type HostRule, judgedHosts } from '../../policy/index.ts';
import type { Rules } from '../policy/rules-in-force.ts';
import type { Settings } from '../settings/settings.ts';

type Asked = {
  readonly settings: Pick<Settings, 'egress'>;
  readonly gatewayUrl: string;
  readonly now: Date;
};

/** What the forward proxy decides by: the hosts of the catalogue as the policy in force judges them, and the settings. */
export function egressRules(
  { policy, catalogue, terms }: Pick<Rules, 'policy' | 'catalogue'> & { readonly terms: Pick<Rules['terms'], 'plan'> },
  { settings, gatewayUrl, now }: Asked,
): EgressRules {
  const { egress } = settings;
  const at = now.toISOString();
  const plan = terms.plan('anthropic/api', at);
  const judged = plan
    ? judgedHosts({
        policy,
        catalogue,
        at,
        plan,
        contract: contractForPlan(policy, 'anthropic/api'),
        workspace: 'default',
        route: { kind: 'gateway', url: gatewayUrl },
        say: (key) => key,
      })
    : [];
  const plans = catalogue.plans(now);
  const hosts = judged.map(
    ({ host, ...said }): EgressHost => ({
      expression: new RegExp(`^${hostExpression(host.pattern)}$`),
      vendor: host.vendor,
      purpose: host.purpose,
      audience: audienceOf(host, plans),
      isShared: host.isShared === true,
      rule: ruleOf(said),
      isAllowed: said.verdict === 'allow',
    }),
  );
  return {
    hosts,
    otherHosts: egress.otherHosts === 'pass' ? 'pass' : 'refuse',
    ports: new Set(egress.ports.map(Number)),
    mode: modeOf(egress.mode),
    milder: new Map([
      ...egress.observed.map((rule) => [rule, 'observe'] as const),
      ...egress.warned.map((rule) => [rule, 'warn'] as const),
    ]),
  };
}

function modeOf(text: string): EgressMode {
  return egressModes.find((mode) => mode === text) ?? 'enforce';
}

function ruleOf(said: {
  readonly verdict: 'allow' | 'deny' | undefined;
  readonly rule?: HostRule;
}): HostRule | undefined {
  return said.verdict === 'deny' ? said.rule : undefined;
}
