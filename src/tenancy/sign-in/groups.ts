import { tenancyError } from '../errors.ts';
import { checkedRole } from '../roles.ts';

/** What a group of the identity provider stands for here. `*` is everybody who signs in. */
export type GroupRule = { readonly group: string; readonly target: string };

/** Which groups work in which workspaces, and have which roles. */
export type GroupRules = { readonly workspaces: readonly GroupRule[]; readonly roles: readonly GroupRule[] };

/**
 * Reads the rules of workspaces and of roles.
 * @throws tenancy_group_rule_invalid, tenancy_role_invalid, tenancy_role_unknown
 */
export function openGroupRules(lines: {
  readonly workspaces: readonly string[];
  readonly roles: readonly string[];
}): GroupRules {
  const roles = readGroupRules(lines.roles);
  for (const { target } of roles) checkedRole(target);
  return { workspaces: readGroupRules(lines.workspaces), roles };
}

/**
 * Reads rules written as `GROUP=TARGET`. A group's own name may hold the sign, so the last one counts.
 * @throws tenancy_group_rule_invalid
 */
function readGroupRules(lines: readonly string[]): readonly GroupRule[] {
  return lines.map((line) => {
    const at = line.lastIndexOf('=');
    const group = line.slice(0, Math.max(at, 0)).trim();
    const target = line.slice(at + 1).trim();
    if (group === '' || target === '') throw tenancyError('tenancy_group_rule_invalid', { rule: line });
    return { group, target };
  });
}

/** What rules give a person in these groups, each once, in the order of the rules. */
export function targetsOf(rules: readonly GroupRule[], groups: readonly string[]): readonly string[] {
  const held = rules.filter(({ group }) => group === '*' || groups.includes(group));
  return [...new Set(held.map(({ target }) => target))];
}
