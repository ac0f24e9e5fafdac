import type { Policy } from './policy.ts';

/** The contract of the policy for a plan, `vendor/plan`; empty where it names none. */
export function contractForPlan({ configuration }: Pick<Policy, 'configuration'>, plan: string): string {
  return Object.entries(configuration.contracts).find(([, contract]) => contract.plan === plan)?.[0] ?? '';
}
