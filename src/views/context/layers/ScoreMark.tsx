interface ScoreMarkProps {
  readonly kind: 'given' | 'found';
  /** CSS lengths or percentages of the SVG around it. */
  readonly x: string;
  readonly y: string;
  readonly large?: boolean;
}

/** A point of a line: a disc with the senses given, a hollow diamond with those found. */
export function ScoreMark({ kind, x, y, large = false }: ScoreMarkProps) {
  // The inner SVG's origin is the point; its units are tenths of its width, which follows the type size.
  const size = large ? '0.85rem' : '0.62rem';
  return (
    <svg x={x} y={y} width={size} height={size} viewBox="0 0 10 10" overflow="visible" aria-hidden="true">
      {kind === 'given' ? (
        <circle className="score-mark" data-kind="given" r="5" />
      ) : (
        <path className="score-mark" data-kind="found" d="M0-5.5 5.5 0 0 5.5-5.5 0Z" />
      )}
    </svg>
  );
}

/** A star over the point of the best layer, in its line's colour. */
export function BestMark({ kind, x, y }: ScoreMarkProps) {
  return (
    <svg
      className="layer-line"
      data-kind={kind}
      x={x}
      y={y}
      width="1.3rem"
      height="1.3rem"
      viewBox="0 0 20 20"
      overflow="visible"
      aria-hidden="true"
    >
      <path
        className="score-best"
        d="M0-10 2.6-3.2 9.5-3.1 4.2 1.4 5.9 8.1 0 4.4-5.9 8.1-4.2 1.4-9.5-3.1-2.6-3.2Z"
      />
    </svg>
  );
}

/** The line and its mark, as a key beside its number. */
export function ScoreKey({ kind }: Pick<ScoreMarkProps, 'kind'>) {
  return (
    <svg className="score-key layer-line" data-kind={kind} aria-hidden="true">
      <line x1="0" x2="100%" y1="50%" y2="50%" />
      <ScoreMark kind={kind} x="50%" y="50%" />
    </svg>
  );
}
