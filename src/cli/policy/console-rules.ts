import type { ConsoleRules } from '../../console-api/index.ts';
import { type RuleSources, rulesetOf, scan } from '../../detection/index.ts';
import type { Tenancy } from '../../tenancy/index.ts';
import { readRecordedProbes } from '../probe/recorded-probes.ts';
import type { Settings } from '../settings/settings.ts';
import { recordedExchanges } from './recorded-exchanges.ts';
import type { RulesInForce } from './rules-in-force.ts';

export type ConsoleRulesParts = {
  readonly inForce: Pick<RulesInForce, 'rules'>;
  readonly sources: RuleSources;
  readonly tenancy: Tenancy;
  readonly settings: Settings;
};

/** What the console shows of the rules of a running post. */
export function consoleRules({ inForce, sources, tenancy, settings }: ConsoleRulesParts): ConsoleRules {
  const ruleset = rulesetOf(sources);
  return {
    inForce: () => inForce.rules,
    recordedProbes: () => readRecordedProbes(settings),
    scan: (text, path) => scan(ruleset, text, path === undefined ? {} : { path }),
    recordedExchanges: ({ tenantId, terms, from, until }) =>
      recordedExchanges({ store: tenancy.store, tenancy, tenant: { id: tenantId } }, terms, { from, until }),
  };
}
