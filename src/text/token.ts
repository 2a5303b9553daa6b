/** One token as the model sees it. Special tokens ([CLS], [SEP]) have no place in the text: start = end = -1. */
export interface Token {
  readonly id: number;
  readonly text: string;
  /** UTF-16 units in the original string, end excluded. */
  readonly start: number;
  readonly end: number;
}
