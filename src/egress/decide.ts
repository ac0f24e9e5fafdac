import type { HostRule } from '../policy/index.ts';
import type { EgressErrorCode } from './errors.ts';
import type { Target } from './target.ts';

export const egressModes = ['observe', 'warn', 'enforce'] as const;

/** `observe`: everything passes and is on record; `warn`: the same, and the operator is told; `enforce`: what is denied is refused. */
export type EgressMode = (typeof egressModes)[number];

/** Why a connection is not let through; those of a name that policy has no word for are ours. */
export type FlowRule = HostRule | 'unknown-host' | 'port' | 'no-tls' | 'no-name' | 'foreign-name';

export const flowRules = [
  'consumer-web',
  'telemetry',
  'error-reporting',
  'only-through-the-gateway',
  'plan-not-held',
  'vendor-without-contract',
  'unknown-host',
  'port',
  'no-tls',
  'no-name',
  'foreign-name',
] as const satisfies readonly FlowRule[];

/** A host of the catalogue, with what the policy says of it. */
export type EgressHost = {
  readonly expression: RegExp;
  readonly vendor: string;
  readonly purpose: string;
  readonly audience: 'consumer' | 'commercial' | undefined;
  readonly isShared: boolean;
  readonly rule: HostRule | undefined;
  readonly isAllowed: boolean;
};

export type EgressRules = {
  readonly hosts: readonly EgressHost[];
  /** What becomes of a host that the policy has no word for. */
  readonly otherHosts: 'pass' | 'refuse';
  readonly ports: ReadonlySet<number>;
  readonly mode: EgressMode;
  /** Rules that are milder than the mode. */
  readonly milder: ReadonlyMap<string, 'observe' | 'warn'>;
};

export type FlowDecision = {
  readonly effect: 'pass' | 'observed' | 'warned' | 'refuse';
  readonly rule?: FlowRule;
  readonly code?: EgressErrorCode;
  readonly vendor?: string;
  readonly purpose?: string;
  readonly audience?: 'consumer' | 'commercial';
};

/** Decides over a target by its name and port alone. Of several entries for a host a denial wins. */
export function decideTarget({ host, port }: Target, rules: EgressRules): FlowDecision {
  const known = rules.hosts.filter(({ expression }) => expression.test(host));
  const denied = known.find(({ rule, isShared }) => rule !== undefined && !isShared);
  const named = denied ?? known.find(({ isAllowed }) => isAllowed) ?? known[0];
  const facts = named
    ? {
        vendor: named.vendor,
        purpose: named.purpose,
        ...(named.audience === undefined ? {} : { audience: named.audience }),
      }
    : {};
  if (denied?.rule) return { ...byMode(denied.rule, 'egress_host_denied', rules), ...facts };
  if (!rules.ports.has(port)) return { ...byMode('port', 'egress_port_refused', rules), ...facts };
  const isKnown = known.some(({ isAllowed, isShared }) => isAllowed || isShared);
  if (!isKnown && rules.otherHosts === 'refuse')
    return { ...byMode('unknown-host', 'egress_host_unknown', rules), ...facts };
  return { effect: 'pass', ...facts };
}

/** What a breach of a rule comes to, by the mode and by what is said of the rule. */
export function byMode(
  rule: FlowRule,
  code: EgressErrorCode,
  { mode, milder }: Pick<EgressRules, 'mode' | 'milder'>,
): FlowDecision {
  const said = mode === 'enforce' ? (milder.get(rule) ?? 'enforce') : mode;
  if (said === 'enforce') return { effect: 'refuse', rule, code };
  return { effect: said === 'warn' ? 'warned' : 'observed', rule };
}
