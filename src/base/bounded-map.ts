/** A map that forgets its oldest entries when it holds too many. What is set again is the newest. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: Key, value: Value): this {
    this.delete(key);
    super.set(key, value);
    if (this.size > this.#most)
      for (const oldest of this.keys()) {
        this.delete(oldest);
        break;
      }
    return this;
  }

  /** The value of a key, which is the newest from now on. */
  use(key: Key): Value | undefined {
    const value = this.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }
}
