import type { KnownHost } from '../../catalogue/index.ts';
import { byFirstLabel, supposedFacts } from '../suppose.ts';
import { planFactsOf } from '../terms.ts';
import type { CompileInput } from './target.ts';

/** What a network may let through and what it may not, as patterns: `*.` begins one for one label or more. */
export type HostRules = {
  readonly allowed: readonly string[];
  readonly denied: readonly string[];
  /** In neither list, because other programs need them as well. */
  readonly shared: readonly string[];
};

/**
 * Which of the catalogue's hosts the policy has a use for: those of the plans that its contracts name, and of the plan that
 * is asked for, as far as the policy permits them.
 *
 * Denied are consumer sites, telemetry that has a host of its own, hosts of plans that nobody holds, the API of vendors
 * with whom there is no contract, and, where Claude Code goes through the gateway, its vendor's own API. Hosts for sign-in,
 * updates and downloads of a vendor without a contract are in neither list: others need them too, and so they do hosts that
 * a vendor shares with the rest of the world.
 */
export function hostRules(input: CompileInput): HostRules {
  const allowed = new Set<string>();
  const denied = new Set<string>();
  const shared = new Set<string>();
  for (const { host, verdict } of judgedHosts(input)) {
    if (verdict === undefined) continue;
    if (host.isShared === true) shared.add(host.pattern);
    else (verdict === 'allow' ? allowed : denied).add(host.pattern);
  }
  const coversDenied = (pattern: string): boolean => {
    const covered = new RegExp(`^${hostExpression(pattern)}$`);
    return [...denied].some((each) => covered.test(each.replaceAll('*', 'any')));
  };
  return {
    allowed: [...allowed].filter((pattern) => !coversDenied(pattern)).toSorted(),
    denied: [...denied].toSorted(),
    shared: [...shared].toSorted(),
  };
}

/** Why a host is denied. */
export type HostRule =
  | 'consumer-web'
  | 'telemetry'
  | 'error-reporting'
  | 'only-through-the-gateway'
  | 'plan-not-held'
  | 'vendor-without-contract';

/** What the policy says of a host of the catalogue; nothing where it has no opinion. */
export type JudgedHost =
  | { readonly host: KnownHost; readonly verdict: 'allow' | undefined }
  | { readonly host: KnownHost; readonly verdict: 'deny'; readonly rule: HostRule };

/** Every host of the catalogue that has a name, judged: what `hostRules` writes out and the forward proxy decides by. */
export function judgedHosts(input: CompileInput): readonly JudgedHost[] {
  const held = heldPlans(input);
  return (
    input.catalogue
      .hosts(new Date(input.at))
      // The public npm registry stands in the catalogue as a symbol without dots.
      .filter(({ pattern }) => pattern.includes('.'))
      .map((host) => ({ host, ...verdictOn(host, held.get(host.vendor) ?? new Set(), input) }))
  );
}

type Verdict = { readonly verdict: 'allow' | undefined } | { readonly verdict: 'deny'; readonly rule: HostRule };

function deny(rule: HostRule): Verdict {
  return { verdict: 'deny', rule };
}

function verdictOn(host: KnownHost, plans: ReadonlySet<string>, { route }: CompileInput): Verdict {
  const isClaude = host.vendor === 'anthropic';
  // Somebody who signs in to the company's own organisation does so there; which one, only a header can hold.
  const isSignIn = isClaude && route.kind === 'login' && host.pattern === 'claude.ai';
  const { purpose } = host;
  if ((purpose === 'consumer-web' || purpose === 'telemetry' || purpose === 'error-reporting') && !isSignIn)
    return deny(purpose);
  if (isClaude && purpose === 'api' && route.kind === 'gateway') return deny('only-through-the-gateway');
  if (host.plans?.every((plan) => !plans.has(plan))) return deny('plan-not-held');
  if (plans.size > 0) return { verdict: 'allow' };
  return purpose === 'api' ? deny('vendor-without-contract') : { verdict: undefined };
}

function heldPlans(input: CompileInput): ReadonlyMap<string, ReadonlySet<string>> {
  const { policy, catalogue, at, workspace, plan, contract } = input;
  const asked = byFirstLabel(policy, { workspaces: {}, otherWorkspaces: { zdr: false } });
  const contracts = new Map([
    [`${plan.vendor}/${plan.plan}`, contract],
    ...Object.entries(policy.configuration.contracts).map(([name, terms]) => [terms.plan, name] as const),
  ]);
  const held = new Map<string, Set<string>>();
  for (const terms of catalogue.plans(new Date(at))) {
    const name = contracts.get(`${terms.vendor}/${terms.plan}`);
    if (name === undefined) continue;
    const facts = supposedFacts({ at, workspace, isAgreed: false }, planFactsOf(terms));
    if (asked.decide({ ...facts, contract: name }, [{ kind: 'prompt', findings: [] }]).verdict === 'block') continue;
    held.set(terms.vendor, (held.get(terms.vendor) ?? new Set()).add(terms.plan));
  }
  return held;
}

/** A pattern as a regular expression over a whole host name, without its anchors. */
export function hostExpression(pattern: string): string {
  const rest = pattern.startsWith('*.') ? pattern.slice(2) : pattern;
  const expression = rest.replaceAll('.', '\\.').replaceAll('*', '[^.]+');
  return pattern.startsWith('*.') ? `([^.]+\\.)+${expression}` : expression;
}

/** Whether a pattern is a plain name. */
export function isName(pattern: string): boolean {
  return !pattern.includes('*');
}
