import type { FutureAnswer } from '../../../pipeline/llm/future/futureAnswer.ts';
import type { Group } from '../../../pipeline/mapResult.ts';
import { median } from '../../../vectors/median.ts';
import type { Grouping } from '../../map/groupMarks.ts';

/** What the dots are coloured by: what the model expects next, or what has been said. */
export type FutureColour = 'next' | 'says';

/** So many tokens have a colour of their own; rarer ones share that of the points without a group. */
const MOST_TOKENS = 12;

/** How a link's `colour` is read here: `given` is the topic, otherwise the token found. */
export function futureColour(colour: 'given' | 'found' | null): FutureColour {
  return colour === 'given' ? 'says' : 'next';
}

/** A token as a group is named: without the space before it, and never empty. */
export function tokenName(text: string): string {
  return text.trim() || text.replaceAll(' ', '·').replaceAll('\n', '⏎').replaceAll('\t', '⇥');
}

/**
 * The groups of a colouring, and each beginning's: of tokens the most frequent first, equal ones in the order in which
 * they come. A person's own beginnings have a token as all have, but no topic.
 */
export function futureGroups(
  { beginnings, says }: Pick<FutureAnswer, 'beginnings' | 'says'>,
  colour: FutureColour,
): Grouping {
  const labels = beginnings.map((beginning) => (colour === 'says' ? beginning.says : beginning.top[0].text));
  const groups = colour === 'says' ? says : tokenGroups(labels);
  const place = new Map(groups.map(({ id }, row) => [id, row]));
  return {
    kind: colour === 'says' ? 'given' : 'found',
    groups,
    rows: Int32Array.from(labels, (label) => place.get(label) ?? -1),
  };
}

function tokenGroups(tokens: readonly string[]): Group[] {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TOKENS)
    .map(([id]) => ({ id, names: { zh: tokenName(id), en: tokenName(id) } }));
}

/** A group is named on a map where its points lie so much nearer to their middle than all points to theirs. */
const TOGETHER = 0.5;

/** Which groups lie together on a map (n × dims coordinates): a name over one that is strewn about would mislead. */
export function strewnGroups(
  coordinates: Float32Array,
  dims: number,
  { groups, rows }: Pick<Grouping, 'groups' | 'rows'>,
): ReadonlySet<string> {
  const all = spread(coordinates, dims, [...rows.keys()]);
  const members = groups.map((): number[] => []);
  rows.forEach((row, index) => {
    if (row >= 0) members[row].push(index);
  });
  return new Set(
    groups.flatMap(({ id }, row) => (spread(coordinates, dims, members[row]) > TOGETHER * all ? [id] : [])),
  );
}

/** The median distance of points from their coordinate-wise median. */
function spread(coordinates: Float32Array, dims: number, points: readonly number[]): number {
  if (points.length === 0) return 0;
  const middle = Array.from({ length: dims }, (_, axis) =>
    median(points.map((point) => coordinates[point * dims + axis])),
  );
  return median(
    points.map((point) => Math.hypot(...middle.map((at, axis) => coordinates[point * dims + axis] - at))),
  );
}
