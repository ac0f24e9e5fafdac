/**
 * A choice that this browser remembers and all its tabs share.
 *
 * Where the browser keeps nothing (storage switched off), the choice lasts as long as the page.
 */
export class RememberedChoice<Choice extends string> {
  readonly #name: string;
  readonly #options: readonly Choice[];
  readonly #fallback: () => Choice;
  readonly #listeners = new Set<() => void>();
  #choice: Choice;

  constructor(name: string, options: readonly Choice[], fallback: () => Choice) {
    this.#name = `octroi.${name}`;
    this.#options = options;
    this.#fallback = fallback;
    this.#choice = this.#load();
    window.addEventListener('storage', (event) => {
      if (event.key === this.#name || event.key === null) this.#become(this.#load());
    });
  }

  /** The choice now; the same function at all times, so that React can hold on to it. */
  readonly read = (): Choice => this.#choice;

  /** Calls `listener` after each change, until the function it returns is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  choose(choice: Choice): void {
    try {
      localStorage.setItem(this.#name, choice);
    } catch {
      // Not kept, but it holds for this page.
    }
    this.#become(choice);
  }

  #become(choice: Choice): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    for (const listener of this.#listeners) listener();
  }

  #load(): Choice {
    try {
      const kept = localStorage.getItem(this.#name);
      return this.#options.find((option) => option === kept) ?? this.#fallback();
    } catch {
      return this.#fallback();
    }
  }
}
