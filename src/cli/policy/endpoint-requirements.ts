import type { Requirements } from '../../endpoint/index.ts';
import { agreementsOn, globAlternatives, type Policy } from '../../policy/index.ts';

/** What a policy asks of workstations: paths that must not be read, how long traces stay, how old the client may be. */
export function endpointRequirements(
  policy: Policy,
  /** A day in UTC. */
  on: string,
): Pick<Requirements, 'maxCleanupDays' | 'minimumVersion' | 'protectedPaths'> {
  const { localTraceDays, clients } = policy.configuration;
  return {
    maxCleanupDays: localTraceDays,
    minimumVersion: clients['claude-cli']?.minimumVersion,
    protectedPaths: policy.labels.all
      .filter((label) => label.neverLeaves || (label.needsZdr && !isZdrHeld(policy, on)))
      .flatMap(({ name, paths }) => paths.flatMap(inAnyFolder).map((path) => ({ label: name, path }))),
  };
}

// Only where every contract has it may what needs zero data retention be read from any workstation.
function isZdrHeld({ configuration }: Policy, on: string): boolean {
  const contracts = Object.values(configuration.contracts);
  return contracts.length > 0 && contracts.every((terms) => agreementsOn(terms, on).hasZdr);
}

// A rule covers what is below the path it names: `x/**` asks for no more than `x`.
function inAnyFolder(glob: string): readonly string[] {
  const alternatives = globAlternatives(glob);
  if (typeof alternatives === 'string') throw new Error(`a glob came here unchecked: ${alternatives}`);
  return alternatives.map((each) => {
    const path = each.replace(/(\/\*\*)*\/*$/, '');
    return /^(?:\/|~(?:\/|$)|[A-Za-z?*]:)/.test(path) ? path : `**/${path.replace(/^(\*\*\/)+/, '')}`;
  });
}
