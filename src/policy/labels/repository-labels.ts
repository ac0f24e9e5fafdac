import { z } from 'zod';
import type { PolicyFile } from '../files/policy-file.ts';
import { policyError } from '../errors.ts';
import { type Fault, listFaults } from '../files/fault.ts';
import { readYaml } from '../files/read-yaml.ts';
import { parseGlob } from './glob.ts';
import { addGlobs, coveredBit, type Labels, type RepositoryLabels } from './labels.ts';
import { PathMatcher } from './path-matcher.ts';

// A repository is anybody's: what its file may make a gateway hold, and walk through for each path, is bounded.
const mostGlobs = 500;

const schema = z.strictObject({
  labels: z.record(z.string().max(64), z.array(z.string()).max(mostGlobs)).default({}),
});

/**
 * Reads a repository's `.octroi.yaml`: globs, from the repository's root, for labels that the company has.
 *
 * They can make a file's label stricter and never looser, since the strictest label that covers a path is its label.
 * @param root the absolute path of the folder that holds the file.
 * @throws policy_repository_labels_invalid with all faults, each with its line
 */
export function readRepositoryLabels(labels: Labels, file: PolicyFile, root: string): RepositoryLabels {
  const faults: Fault[] = [];
  const read = readYaml(file, schema, faults);
  const matcher = new PathMatcher();
  for (const [name, globs] of Object.entries(read?.value.labels ?? {})) {
    const where = (...path: (string | number)[]) => ({
      file: file.name,
      line: read?.lineOf(['labels', ...path]) ?? 1,
      path: ['labels', ...path].join('.'),
    });
    const rank = labels.all.findIndex((label) => label.name === name);
    if (rank === -1) faults.push({ ...where(name), code: 'label_unknown', detail: name });
    for (const [index, glob] of globs.entries()) {
      const fault = parseGlob(glob);
      if (typeof fault === 'string') faults.push({ ...where(name, index), code: 'glob_invalid', detail: fault });
      else if (rank !== -1) addGlobs(matcher, [glob], coveredBit(rank));
    }
  }
  const globs = Object.values(read?.value.labels ?? {}).flat();
  if (globs.length > mostGlobs)
    faults.push({ file: file.name, line: 1, path: 'labels', code: 'value_invalid', detail: `≤ ${mostGlobs}` });
  if (faults.length > 0) throw policyError('policy_repository_labels_invalid', { faults: listFaults(faults) });
  return { root, matcher };
}

/**
 * What a repository's file says, by label and with its globs as they are written, once it is known to be sound.
 * @throws as `readRepositoryLabels`
 */
export function repositoryGlobs(labels: Labels, file: PolicyFile, root: string): RepositoryGlobs {
  readRepositoryLabels(labels, file, root);
  return readYaml(file, schema, [])?.value.labels ?? {};
}

export type RepositoryGlobs = Readonly<Record<string, readonly string[]>>;

/** A repository whose file cannot be read: all in it has the strictest label, since nobody knows what it asks for. */
export function closedRepository(labels: Labels, root: string): RepositoryLabels {
  const matcher = new PathMatcher();
  addGlobs(matcher, ['**'], coveredBit(labels.all.length - 1));
  return { root, matcher };
}
