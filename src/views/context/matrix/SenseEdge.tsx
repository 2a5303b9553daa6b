import { Marker } from '../../../ui/Marker.tsx';
import type { MatrixLayout } from './matrixLayout.ts';

/** A sense of the word: a stretch of rows and of columns of the map. */
export interface MatrixSense {
  readonly name: string;
  /** A CSS colour, for the theme in force. */
  readonly colour: string;
  /** As {@link Marker} draws it. */
  readonly shape: number;
  /** How many occurrences it has. */
  readonly count: number;
}

/** The least length of a stretch, in CSS pixels, along which a mark fits, and a name that says something. */
const MARK_ROOM = 14;
const NAME_ROOM = 44;

/** Whether every sense's name stands at the map's edge. */
export function allNamed({ stretches, size }: MatrixLayout, side: number): boolean {
  return stretches.every(({ start, end }) => ((end - start) / size) * side >= NAME_ROOM);
}

interface SenseEdgeProps {
  readonly at: 'top' | 'left';
  readonly senses: readonly MatrixSense[];
  readonly layout: MatrixLayout;
  /** The map's side in CSS pixels. */
  readonly side: number;
}

/** Coloured bars along one edge of the map, one a sense, with its mark and name as far as there is room. */
export function SenseEdge({ at, senses, layout, side }: SenseEdgeProps) {
  const share = (pixels: number) => `${(pixels / layout.size) * 100}%`;
  return (
    <div className="matrix-edge" data-at={at} aria-hidden="true">
      {layout.stretches.map(({ start, end }, index) => {
        const { name, colour, shape } = senses[index];
        const length = ((end - start) / layout.size) * side;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: senses have no id, and two may bear one name
            key={index}
            className="matrix-sense"
            title={name}
            style={{
              [at === 'top' ? 'insetInlineStart' : 'insetBlockStart']: share(start),
              [at === 'top' ? 'inlineSize' : 'blockSize']: share(end - start),
              borderColor: colour,
            }}
          >
            {length >= MARK_ROOM && <Marker shape={shape} colour={colour} />}
            {length >= NAME_ROOM && <span className="matrix-sense-name">{name}</span>}
          </span>
        );
      })}
    </div>
  );
}
