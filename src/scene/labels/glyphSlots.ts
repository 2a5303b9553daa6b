/** Hands out a fixed number of places in an atlas; when they are full, the one unused for longest is reused. */
export interface GlyphSlots {
  /** The place of a key, which counts as a use in the present round; undefined if it has none. */
  find(key: string): number | undefined;
  /**
   * A place for a new key: a free one, or that of a key not used in the present round.
   * @returns the place, or -1 if all are in use in this round
   */
  take(key: string): number;
  /** Starts a new round: keys found or taken from here on are in use. */
  nextRound(): void;
  /** More places; existing ones stay. */
  grow(capacity: number): void;
  readonly capacity: number;
  readonly size: number;
}

/** @param capacity how many places there are at first */
export function createSlots(capacity: number): GlyphSlots {
  // a Map keeps insertion order: re-inserting on use makes its first entry the least recently used
  const used = new Map<string, { slot: number; round: number }>();
  let round = 0;
  let room = capacity;
  const use = (key: string, slot: number): void => {
    used.delete(key);
    used.set(key, { slot, round });
  };
  return {
    find(key) {
      const entry = used.get(key);
      if (!entry) return undefined;
      if (entry.round !== round) use(key, entry.slot);
      return entry.slot;
    },
    take(key) {
      if (used.size < room) {
        const slot = used.size;
        use(key, slot);
        return slot;
      }
      const oldest = used.entries().next();
      if (oldest.done || oldest.value[1].round === round) return -1;
      const [staleKey, { slot }] = oldest.value;
      used.delete(staleKey);
      use(key, slot);
      return slot;
    },
    nextRound() {
      round += 1;
    },
    grow(next) {
      room = Math.max(room, next);
    },
    get capacity() {
      return room;
    },
    get size() {
      return used.size;
    },
  };
}
