/**
 * Tells whether an id came twice, in 8 bytes an id: of a version 7 UUID its 62 random bits are kept, with which ten
 * million different ids look alike once in a hundred thousand times.
 */
export class SeenIds {
  #ids = new BigUint64Array(1_024);
  #count = 0;

  add(uuid: string): void {
    if (this.#count === this.#ids.length) {
      const larger = new BigUint64Array(this.#count * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    this.#ids[this.#count] = BigInt(`0x${uuid.slice(19).replace('-', '')}`);
    this.#count += 1;
  }

  hasTwice(): boolean {
    const sorted = this.#ids.subarray(0, this.#count).toSorted();
    return sorted.some((id, at) => at > 0 && id === sorted[at - 1]);
  }
}
