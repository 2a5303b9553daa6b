/**
 * One thing to be shown as a point: a word or text by itself, or, with `sentence`, the stretch
 * [start, end) of it in UTF-16 units; then `text === sentence.slice(start, end)`.
 */
export interface Item {
  readonly id: string;
  readonly text: string;
  /** The id of the group it was given; '' for none. */
  readonly group: string;
  readonly sentence?: string;
  readonly start?: number;
  readonly end?: number;
}
