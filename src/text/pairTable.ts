const FREE = -1;

/**
 * A map from pairs of whole numbers (each from 0 to 2³¹ − 1) to one such number, in three flat arrays: a hash table with
 * open addressing, never more than half full. With 50,000 pairs and more, many times smaller and faster to fill than
 * a Map.
 */
export class PairTable {
  #count = 0;
  #mask = 1023;
  #first = new Int32Array(1024).fill(FREE);
  #second = new Int32Array(1024);
  #values = new Int32Array(1024);

  /** The value of a pair, or -1. */
  get(first: number, second: number): number {
    const slot = this.#slot(first, second);
    return this.#first[slot] === FREE ? -1 : this.#values[slot];
  }

  /** Sets the value of a pair, in place of the one that it has. */
  set(first: number, second: number, value: number): void {
    const slot = this.#slot(first, second);
    if (this.#first[slot] === FREE) {
      this.#first[slot] = first;
      this.#second[slot] = second;
      this.#count++;
    }
    this.#values[slot] = value;
    if (this.#count * 2 > this.#mask) this.#grow();
  }

  /** Where the pair is, or the free slot where it would be. */
  #slot(first: number, second: number): number {
    // The constants are those of MurmurHash3's last step, which spreads neighbouring numbers.
    let hash = Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35);
    hash ^= hash >>> 15;
    let slot = hash & this.#mask;
    while (this.#first[slot] !== FREE && (this.#first[slot] !== first || this.#second[slot] !== second)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #grow(): void {
    const [first, second, values] = [this.#first, this.#second, this.#values];
    const slots = first.length * 2;
    this.#mask = slots - 1;
    this.#first = new Int32Array(slots).fill(FREE);
    this.#second = new Int32Array(slots);
    this.#values = new Int32Array(slots);
    for (let old = 0; old < first.length; old++) {
      if (first[old] === FREE) continue;
      const slot = this.#slot(first[old], second[old]);
      this.#first[slot] = first[old];
      this.#second[slot] = second[old];
      this.#values[slot] = values[old];
    }
  }
}
