import type { Finding } from '../../detection/index.ts';
import { contentTag } from '../anthropic/content-tag.ts';

const maxTexts = 50_000;
const maxFindings = 500_000;

/**
 * Remembers what the rules found in a string, by the tenant, the rules' version and the string's bytes: offsets and
 * kinds only. Holds the strings used last.
 *
 * The bytes are told apart by a keyed tag (content-tag.ts), which is as good as SHA-256 within one process and costs a
 * tenth.
 */
export class FindingsCache {
  readonly #found = new Map<string, readonly Finding[]>();
  #findings = 0;

  static keyOf(owner: string, bytes: Uint8Array, path: string): string {
    return `${owner} ${contentTag(bytes)} ${path}`;
  }

  get(key: string): readonly Finding[] | undefined {
    const found = this.#found.get(key);
    if (!found) return undefined;
    this.#found.delete(key);
    this.#found.set(key, found);
    return found;
  }

  #drop(key: string): void {
    this.#findings -= this.#found.get(key)?.length ?? 0;
    this.#found.delete(key);
  }

  #dropOldest(): void {
    const oldest = this.#found.keys().next();
    if (!oldest.done) this.#drop(oldest.value);
  }

  set(key: string, found: readonly Finding[]): void {
    this.#drop(key);
    this.#found.set(key, found);
    this.#findings += found.length;
    while (this.#found.size > maxTexts || (this.#findings > maxFindings && this.#found.size > 1)) this.#dropOldest();
  }
}
