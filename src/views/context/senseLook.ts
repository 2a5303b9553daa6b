import type { Theme } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import type { LabFrame } from '../../pipeline/lab/labResult.ts';
import { groupColourHex, groupColours, groupShapes } from '../../scene/palette.ts';

/** One sense as it is drawn and named. */
export interface SenseLook {
  readonly name: string;
  /** `#rrggbb` and marker shape. */
  readonly colour: string;
  readonly shape: number;
  readonly count: number;
}

/** How the occurrences are grouped, coloured and named at one layer. */
export interface OccurrenceLook {
  readonly kind: 'given' | 'found';
  /** n numbers into `senses`; −1 without a sense. */
  readonly labels: Int32Array;
  readonly senses: readonly SenseLook[];
  /** What an occurrence without a sense looks like. */
  readonly without: SenseLook;
  /** n × 3, sRGB, and n shapes. */
  readonly colours: Uint8Array;
  readonly shapes: Uint8Array;
  /** The n occurrences, sense by sense, in the order of their lines; those without a sense last. */
  readonly order: Int32Array;
}

const PLAIN: Record<Theme, string> = { dark: '#a9b5d0', light: '#515b72' };
/** A ring, which no sense among the first four has. */
const PLAIN_SHAPE = 4;

/** Which senses are shown: those asked for, else the given ones where there are any. */
export function sensesShown({ list }: LabFrame, asked: 'given' | 'found' | null): 'given' | 'found' {
  return asked ?? (list.senses.length > 0 ? 'given' : 'found');
}

interface Naming {
  readonly language: Language;
  /** What a sense is called that no word sets apart. */
  readonly nameOf: (sense: number) => string;
}

/** The names of the senses found at a layer; of one sense alone nothing is set apart. */
export function foundNames(
  { separations, names }: Pick<LabFrame, 'separations' | 'names'>,
  layer: number,
  { language, nameOf }: Naming,
): string[] {
  const k = separations?.[layer].k ?? 0;
  return Array.from({ length: k }, (_, sense) => {
    const words = k > 1 ? (names?.[layer]?.[sense] ?? []) : [];
    return words.length > 0 ? words.join(language === 'zh' ? '、' : ', ') : nameOf(sense);
  });
}

/** Senses as they were given, or as they were found at a layer (its place among the layers). */
export function occurrenceLook(
  frame: LabFrame,
  layer: number,
  asked: 'given' | 'found' | null,
  { theme, language, nameOf }: Naming & { readonly theme: Theme },
): OccurrenceLook {
  const { given, list, separations } = frame;
  const kind = sensesShown(frame, asked);
  const n = given.length;
  const found = separations?.[layer];
  const labels = kind === 'given' ? given : (found?.labels ?? new Int32Array(n).fill(-1));
  const titles =
    kind === 'given'
      ? list.senses.map(({ names }) => names[language])
      : foundNames(frame, layer, { language, nameOf });
  const shapes = groupShapes(titles.length);
  const palette = groupColours(titles.length, theme);
  const look: Omit<OccurrenceLook, 'order' | 'senses' | 'without'> = {
    kind,
    labels,
    colours: new Uint8Array(n * 3),
    shapes: new Uint8Array(n).fill(PLAIN_SHAPE),
  };
  const counts = new Int32Array(titles.length);
  const plain = [1, 3, 5].map((at) => Number.parseInt(PLAIN[theme].slice(at, at + 2), 16));
  for (const [row, label] of labels.entries()) {
    look.colours.set(label < 0 ? plain : palette.subarray(label * 3, label * 3 + 3), row * 3);
    if (label < 0) continue;
    look.shapes[row] = shapes[label];
    counts[label] += 1;
  }
  const rank = (row: number) => (labels[row] < 0 ? titles.length : labels[row]);
  return {
    ...look,
    senses: titles.map((name, sense) => ({
      name,
      colour: groupColourHex(sense, theme),
      shape: shapes[sense],
      count: counts[sense],
    })),
    without: {
      name: '',
      colour: PLAIN[theme],
      shape: PLAIN_SHAPE,
      count: n - counts.reduce((sum, count) => sum + count, 0),
    },
    order: Int32Array.from([...labels.keys()].sort((a, b) => rank(a) - rank(b) || a - b)),
  };
}

/** The look of an occurrence's sense. */
export function senseOf({ labels, senses, without }: OccurrenceLook, row: number): SenseLook {
  return labels[row] < 0 ? without : senses[labels[row]];
}
