import type { Glob } from './glob.ts';
import type { PathSegments } from './path-segments.ts';
import { WildcardIndex } from './wildcard-index.ts';

/** Folders and names as the globs have them, letter by letter of the path: one walk answers for all globs. */
type Node = {
  readonly names: Map<string, Node>;
  readonly wild: Map<number, Node>;
  any: Node | undefined;
  deep: Node | undefined;
  /** Whether it stays where it is for any number of folders: the beginning of what is not anchored, and `**`. */
  readonly stays: boolean;
  /** Bits of what the globs that end here stand for. */
  bits: number;
  seenAt: number;
};

/**
 * Tells for a path what all its globs stand for, in one walk through its folders.
 *
 * A glob that is fitted by a folder covers what is in it. `bits` of a glob are its owner's; the answer is their union.
 */
export class PathMatcher {
  readonly #loose = makeNode(true);
  readonly #anchored = makeNode(false);
  readonly #wildcards = new WildcardIndex();
  #walk = 0;

  add(glob: Glob, bits: number): void {
    let node = glob.isAnchored ? this.#anchored : this.#loose;
    for (const segment of glob.segments) {
      switch (segment.kind) {
        case 'name':
          node = childOf(node.names, segment.name);
          break;
        case 'wild':
          node = childOf(node.wild, this.#wildcards.add(segment));
          break;
        case 'any':
          node = node.any ??= makeNode(false);
          break;
        case 'deep':
          node = node.deep ??= makeNode(true);
          break;
      }
    }
    node.bits |= bits;
  }

  match({ isAbsolute, names }: PathSegments): number {
    let bits = 0;
    let active: Node[] = [];
    const enter = (node: Node, into: Node[]): void => {
      if (node.seenAt === this.#walk) return;
      node.seenAt = this.#walk;
      bits |= node.bits;
      into.push(node);
      if (node.deep) enter(node.deep, into);
    };
    this.#walk += 1;
    enter(this.#loose, active);
    if (isAbsolute) enter(this.#anchored, active);
    for (const name of names) {
      this.#walk += 1;
      const next: Node[] = [];
      for (const node of active) this.#step(node, name, (reached) => enter(reached, next));
      active = next;
    }
    return bits;
  }

  #step(node: Node, name: string, enter: (node: Node) => void): void {
    if (node.stays) enter(node);
    if (node.any) enter(node.any);
    const named = node.names.get(name);
    if (named) enter(named);
    if (node.wild.size === 0) return;
    for (const id of this.#wildcards.fitting(name)) {
      const wild = node.wild.get(id);
      if (wild) enter(wild);
    }
  }
}

function makeNode(stays: boolean): Node {
  return { names: new Map(), wild: new Map(), any: undefined, deep: undefined, stays, bits: 0, seenAt: 0 };
}

function childOf<Key>(children: Map<Key, Node>, key: Key): Node {
  const known = children.get(key);
  if (known) return known;
  const made = makeNode(false);
  children.set(key, made);
  return made;
}
