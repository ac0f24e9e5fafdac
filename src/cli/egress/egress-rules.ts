import type { EgressHost, EgressMode, EgressRules } from '../../egress/index.ts';
import { egressModes } from '../../egress/index.ts';
import { hostExpression, type HostRule, judgedHosts } from '../../policy/index.ts';
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
        contract: contractFor(policy.configuration.contracts, 'anthropic/api'),
        workspace: 'default',
        route: { kind: 'gateway', url: gatewayUrl },
        say: (key) => key,
      })
    : [];
  const audiences = new Map(catalogue.plans(now).map((each) => [`${each.vendor}/${each.plan}`, each.audience]));
  const hosts = judged.map(
    ({ host, ...said }): EgressHost => ({
      expression: new RegExp(`^${hostExpression(host.pattern)}$`),
      vendor: host.vendor,
      purpose: host.purpose,
      audience: audienceOf(host, audiences),
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

type Audience = 'consumer' | 'commercial';

// A host is for whom all its plans are for; one that plans of both kinds use tells nothing.
function audienceOf(
  {
    vendor,
    purpose,
    plans = [],
  }: { readonly vendor: string; readonly purpose: string; readonly plans?: readonly string[] | undefined },
  audiences: ReadonlyMap<string, Audience>,
): Audience | undefined {
  if (purpose === 'consumer-web') return 'consumer';
  const found = new Set(plans.map((plan) => audiences.get(`${vendor}/${plan}`)));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function contractFor(contracts: Readonly<Record<string, { readonly plan: string }>>, plan: string): string {
  return Object.entries(contracts).find(([, contract]) => contract.plan === plan)?.[0] ?? '';
}
