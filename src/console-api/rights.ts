import type { RightName } from './access-contract.ts';
import { type OctroiRole, octroiRoles } from '../tenancy/index.ts';

/**
 * What one may do at the console. `read` shows everything there is, `trainings` whose training holds; each of the others
 * lets one change something. What is about oneself asks for none of them.
 */
export const rights = [
  'read',
  'policy',
  'keys',
  'contracts',
  'devices',
  'retention',
  'holds',
  'erasure',
  'requests',
  'reveal',
  'trainings',
  'exemptions',
  'evidence',
] as const satisfies readonly RightName[];

export type Right = (typeof rights)[number];

const rightsByRole: Readonly<Record<OctroiRole, readonly Right[]>> = {
  'octroi-admin': rights,
  'octroi-security': ['read', 'policy', 'keys', 'contracts', 'devices', 'trainings', 'exemptions', 'evidence'],
  'octroi-dpo': ['read', 'retention', 'holds', 'erasure', 'requests', 'reveal', 'trainings', 'evidence'],
  'octroi-auditor': ['read', 'trainings'],
  'octroi-lead': ['trainings', 'exemptions'],
};

/** What these roles allow together; nothing without one of octroi's own. */
export function rightsOf(roles: readonly string[]): readonly Right[] {
  const held = new Set(octroiRoles.filter((role) => roles.includes(role)).flatMap((role) => rightsByRole[role]));
  return rights.filter((right) => held.has(right));
}
