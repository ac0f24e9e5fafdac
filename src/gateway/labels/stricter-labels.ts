import { OctroiError } from '../../base/index.ts';
import type { LabelledRepository } from '../../ledger/index.ts';
import { closedRepository, type Policy, readRepositoryLabels, type RepositoryLabels } from '../../policy/index.ts';
import { pathsInCommand } from '../decision/command-paths.ts';

const mostRemembered = 5_000;

/** What the repositories of a session add to the labels of a policy: stricter ones alone. */
export class StricterLabels {
  /** Folders whose `.octroi.yaml` says nothing that this policy understands. */
  readonly closedRoots: readonly string[];
  readonly #policy: Policy;
  readonly #repositories: readonly RepositoryLabels[];
  readonly #known = new Map<string, number>();

  constructor(policy: Policy, repositories: readonly LabelledRepository[]) {
    const read = repositories.map((repository) => readFor(policy, repository));
    this.#policy = policy;
    this.#repositories = read.map(({ labels }) => labels);
    this.closedRoots = [...new Set(read.flatMap(({ labels, isClosed }) => (isClosed ? [labels.root] : [])))];
  }

  /** The label that a file has at least, and what a command shows of files; undefined where neither is named. */
  of(path: string | undefined, command: string | undefined): string | undefined {
    if (this.#repositories.length === 0 || (path === undefined && command === undefined)) return undefined;
    const rank = Math.max(
      path === undefined ? 0 : this.#remembered(path, [path]),
      command === undefined ? 0 : this.#remembered(`$ ${command}`, pathsInCommand(command)),
    );
    return this.#policy.labels.all[rank]?.name;
  }

  #remembered(key: string, paths: readonly string[]): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { labels } = this.#policy;
    const ranks = paths.flatMap((path) => this.#repositories.map((each) => labels.ofPath(path, each)));
    const rank = Math.max(0, ...ranks);
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, rank);
    return rank;
  }
}

// A label that the policy of today does not have was read by an earlier one: what it meant is not known any more.
function readFor({ labels }: Policy, { root, labels: globs, refused }: LabelledRepository) {
  if (refused !== undefined) return { labels: closedRepository(labels, root), isClosed: true };
  try {
    const file = { name: '.octroi.yaml', text: JSON.stringify({ labels: globs }) };
    return { labels: readRepositoryLabels(labels, file, root), isClosed: false };
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    return { labels: closedRepository(labels, root), isClosed: true };
  }
}

const known = new WeakMap<Policy, WeakMap<readonly LabelledRepository[], StricterLabels>>();

/** What a session's repositories add under a policy; made once for as long as neither changes. */
export function stricterLabels(policy: Policy, repositories: readonly LabelledRepository[]): StricterLabels {
  const ofPolicy = known.get(policy) ?? new WeakMap<readonly LabelledRepository[], StricterLabels>();
  known.set(policy, ofPolicy);
  const made = ofPolicy.get(repositories) ?? new StricterLabels(policy, repositories);
  ofPolicy.set(repositories, made);
  return made;
}
