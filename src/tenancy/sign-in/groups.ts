import { tenancyError } from '../errors.ts';
import { isRole, type Role } from './sign-in.ts';

/** What a group of the identity provider stands for here. `*` is everybody who signs in. */
export type GroupRule = { readonly group: string; readonly target: string };

/**
 * Reads rules written as `GROUP=TARGET`. A group's own name may hold the sign, so the last one counts.
 * @throws tenancy_group_rule_invalid
 */
export function readGroupRules(lines: readonly string[]): readonly GroupRule[] {
  return lines.map((line) => {
    const at = line.lastIndexOf('=');
    const group = line.slice(0, Math.max(at, 0)).trim();
    const target = line.slice(at + 1).trim();
    if (group === '' || target === '') throw tenancyError('tenancy_group_rule_invalid', { rule: line });
    return { group, target };
  });
}

/** The workspaces of a person in these groups, each once, in the order of the rules. */
export function workspacesOf(rules: readonly GroupRule[], groups: readonly string[]): readonly string[] {
  return targetsOf(rules, groups);
}

/** The roles of a person in these groups. @throws tenancy_role_unknown */
export function rolesOf(rules: readonly GroupRule[], groups: readonly string[]): readonly Role[] {
  return targetsOf(rules, groups).map((role) => {
    if (!isRole(role)) throw tenancyError('tenancy_role_unknown', { role });
    return role;
  });
}

function targetsOf(rules: readonly GroupRule[], groups: readonly string[]): readonly string[] {
  const held = rules.filter(({ group }) => group === '*' || groups.includes(group));
  return [...new Set(held.map(({ target }) => target))];
}
