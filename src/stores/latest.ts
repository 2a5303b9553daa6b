/**
 * Passes on only the newest of many values, at most once in `interval` milliseconds. Messages of a worker may pile
 * up while the page draws; rendering each of them would starve the page, and React gives up after fifty.
 */
export function latest<T>(
  apply: (value: T) => void,
  interval: number,
): { push(value: T): void; drop(): void } {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    timer = null;
    const given = waiting;
    waiting = null;
    if (given) apply(given.value);
  };
  return {
    push(value) {
      waiting = { value };
      timer ??= setTimeout(flush, interval);
    },
    drop() {
      waiting = null;
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
