import { OctroiError } from '../../base/index.ts';
import type { Policy } from '../policy.ts';
import { pathsInCommand } from './command-paths.ts';
import type { RepositoryLabels } from './labels.ts';
import { closedRepository, readRepositoryLabels } from './repository-labels.ts';

/** What the `.octroi.yaml` of a folder asks for: globs from there, by label; or why it cannot be used. */
export type AskingRepository = {
  readonly root: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly refused?: string | undefined;
};

const mostRemembered = 5_000;

/** What commands name, and what repositories ask for, beyond the labels of a policy: stricter ones alone. */
export class AskedLabels {
  /** Folders whose `.octroi.yaml` says nothing that this policy understands. */
  readonly closedRoots: readonly string[];
  readonly #policy: Policy;
  readonly #repositories: readonly RepositoryLabels[];
  readonly #known = new Map<string, number>();

  constructor(policy: Policy, repositories: readonly AskingRepository[]) {
    const read = repositories.map((repository) => readFor(policy, repository));
    this.#policy = policy;
    this.#repositories = read.map(({ labels }) => labels);
    this.closedRoots = [...new Set(read.flatMap(({ labels, isClosed }) => (isClosed ? [labels.root] : [])))];
  }

  /** The label that a file has at least, and what a command shows of files; undefined where neither says any. */
  of(path: string | undefined, command: string | undefined): string | undefined {
    const rank = Math.max(
      path === undefined || this.#repositories.length === 0 ? -1 : this.#remembered(path, () => [path]),
      command === undefined ? -1 : this.#remembered(`$ ${command}`, () => pathsInCommand(command)),
    );
    return this.#policy.labels.all[rank]?.name;
  }

  // A conversation brings the same ones again and again.
  #remembered(key: string, paths: () => readonly string[]): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { labels } = this.#policy;
    const ranks = paths().flatMap((path) => [
      labels.ofPath(path),
      ...this.#repositories.map((each) => labels.ofPath(path, each)),
    ]);
    const rank = Math.max(-1, ...ranks);
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, rank);
    return rank;
  }
}

// A label that the policy of today does not have was read by an earlier one: what it meant is not known any more.
function readFor({ labels }: Policy, { root, labels: globs, refused }: AskingRepository) {
  if (refused !== undefined) return { labels: closedRepository(labels, root), isClosed: true };
  try {
    const file = { name: '.octroi.yaml', text: JSON.stringify({ labels: globs }) };
    return { labels: readRepositoryLabels(labels, file, root), isClosed: false };
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    return { labels: closedRepository(labels, root), isClosed: true };
  }
}

const none: readonly AskingRepository[] = [];
const known = new WeakMap<Policy, WeakMap<readonly AskingRepository[], AskedLabels>>();

/** The labels asked for in a session under a policy; made once for as long as neither changes. */
export function askedLabels(policy: Policy, repositories: readonly AskingRepository[]): AskedLabels {
  const ofPolicy = known.get(policy) ?? new WeakMap<readonly AskingRepository[], AskedLabels>();
  known.set(policy, ofPolicy);
  const key = repositories.length === 0 ? none : repositories;
  const made = ofPolicy.get(key) ?? new AskedLabels(policy, key);
  ofPolicy.set(key, made);
  return made;
}
