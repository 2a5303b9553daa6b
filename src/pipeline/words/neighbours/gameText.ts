/** A game as the link has it: `first,second,third~goal`, the words gone to so far before the `~`. */
export interface GameText {
  /** At least one word. */
  readonly path: readonly string[];
  readonly goal: string;
}

/** Reads a link's game, which has words on both sides of its `~`. */
export function parseGame(text: string): GameText {
  const at = text.indexOf('~');
  const words = (part: string) =>
    part
      .split(/[,，、]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  return { path: words(text.slice(0, at)), goal: words(text.slice(at + 1))[0] ?? '' };
}

export function formatGame({ path, goal }: GameText): string {
  return `${path.join(',')}~${goal}`;
}
