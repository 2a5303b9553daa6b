import { Fault } from '../../contract/fault.ts';
import { startProjection } from '../../projection/client.ts';
import type { UsedSettings } from '../../projection/projection.ts';
import { defaultEpochs } from '../../projection/settings.ts';
import { type JointLayers, jointLayers, layerCoordinates } from '../../vectors/jointLayers.ts';
import type { Note } from '../activity.ts';
import { type Job, type JobControl, startJob } from '../job.ts';
import type { ProjectionSettings } from '../mapRequest.ts';
import type { WorkHooks } from '../modelSessions.ts';
import { measure } from './labMeasures.ts';
import type { LabRequest } from './labRequest.ts';
import type { LabFrame, LabResult } from './labResult.ts';
import { occurrenceList } from './occurrenceList.ts';
import { type OccurrenceVectors, occurrenceVectors } from './occurrenceVectors.ts';
import { senseNames } from './senseNames.ts';
import { type Separation, type SeparationQuestion, shownRows } from './separation.ts';
import { staticEntry } from './staticEntry.ts';

export interface LabHooks extends Omit<WorkHooks, 'signal'> {
  readonly onFrame: (frame: LabFrame) => void;
}

export type LabJob = Job<LabResult>;

/** Centring two vectors would make every cosine −1. */
const LEAST_TO_CENTRE = 6;

/** From words and sentences to two panes: the dictionary's one entry, and one point an occurrence at each layer. */
export function buildLab(request: LabRequest, hooks: LabHooks): LabJob {
  return startJob(async ({ signal, abort, settling }) => {
    const work: WorkHooks = { ...hooks, signal };
    hooks.onActivity({ kind: 'data' });
    const list = await occurrenceList(request);
    signal.throwIfAborted();
    if (request.words.length === 0) throw new Fault('no-word');
    if (list.lines.length === 0) throw new Fault('no-sentences', { word: request.words.join(' / ') });
    if (list.occurrences.length === 0) {
      const word = request.words.join(' / ');
      throw list.inside > 0
        ? new Fault('word-inside-only', { word, count: list.inside })
        : new Fault('word-nowhere', { word });
    }
    const vectors = await occurrenceVectors(list, request, work);
    signal.throwIfAborted();
    const n = vectors.occurrences.length;
    if (n === 0) throw new Fault('nothing-embedded', { model: request.model, count: list.lines.length });
    const centre = request.centre !== 'none' && n >= LEAST_TO_CENTRE ? 'shown' : 'none';
    const senses = new Map(list.senses.map(({ id }, index) => [id, index]));
    const given = Int32Array.from(vectors.occurrences, ({ group }) => senses.get(group) ?? -1);
    let frame: LabFrame = {
      request,
      list,
      vectors,
      given,
      centre,
      coordinates: null,
      dims: request.projection.dims,
      separations: null,
      names: null,
      entry: null,
    };
    const show = (part: Partial<LabFrame>) => {
      frame = { ...frame, ...part };
      hooks.onFrame(frame);
    };

    const telling = (async () => {
      const { data: layers, dim } = vectors;
      const { seed } = request.projection;
      const separations = await separated({ layers, dim, given, centre, k: request.k, seed }, signal);
      const asGiven = { labels: given, k: list.senses.length };
      const spoken = await senseNames(list, vectors, [...separations, asGiven], request.model2, work);
      const names = spoken.slice(0, separations.length);
      show({ separations, names });
      const labelled = given.some((sense) => sense >= 0);
      const context = interleaved(spoken[labelled ? separations.length : separations.length - 1]);
      const entry = await staticEntry(request.words, context, request, work);
      show({ entry });
      return { separations, names, entry };
    })();
    const placing = placed(vectors, request.projection, signal, {
      settling,
      onFrame: (coordinates) => show({ coordinates }),
      onActivity: hooks.onActivity,
    });
    const [told, place] = await Promise.all([telling, placing]).catch((error) => {
      // neither half goes on without the other
      abort();
      throw error;
    });
    const { coordinates, projection } = place;
    const quality = await measure(
      'quality',
      coordinates.map((of, layer) => ({
        data: shownRows(vectors.data[layer], vectors.dim, centre),
        dim: vectors.dim,
        metric: request.projection.metric,
        coordinates: of,
        dims: request.projection.dims,
        seed: request.projection.seed,
      })),
      signal,
    );
    return {
      ...frame,
      ...told,
      coordinates,
      projection,
      quality,
      notes: [...list.notes, ...notesOf(request, vectors, centre, place.pcaInstead)],
    };
  });
}

/** The last answers of the two long computations, so that a change of the one does not repeat the other. */
let lastSeparation: { readonly key: string; readonly layers: unknown; readonly answer: Separation[] } | null =
  null;
let lastPlace: { readonly key: string; readonly layers: unknown; readonly answer: Place } | null = null;

async function separated(question: SeparationQuestion, signal: AbortSignal): Promise<Separation[]> {
  const { layers, given, ...rest } = question;
  const key = JSON.stringify([rest, [...given]]);
  if (lastSeparation?.layers === layers && lastSeparation.key === key) return lastSeparation.answer;
  const answer = await measure('separate', question, signal);
  lastSeparation = { key, layers, answer };
  return answer;
}

/** So many rows settle within a second or two: the dots then glide once, from PCA's map to UMAP's. */
const AT_ONCE = 1500;

interface Place {
  readonly coordinates: readonly Float32Array<ArrayBuffer>[];
  readonly projection: LabResult['projection'];
  readonly pcaInstead: boolean;
}

interface PlaceHooks extends Pick<LabHooks, 'onActivity'>, Pick<JobControl, 'settling'> {
  readonly onFrame: (coordinates: readonly Float32Array<ArrayBuffer>[]) => void;
}

async function placed(
  { data: layers, dim }: OccurrenceVectors,
  settings: ProjectionSettings,
  signal: AbortSignal,
  hooks: PlaceHooks,
): Promise<Place> {
  const key = JSON.stringify(settings);
  if (lastPlace?.layers === layers && lastPlace.key === key) {
    hooks.onFrame(lastPlace.answer.coordinates);
    return lastPlace.answer;
  }
  const { projector, dims, nEpochs, ...rest } = settings;
  const joint = jointLayers(layers, dim);
  const spread = (coordinates: Float32Array) => layerCoordinates(coordinates, joint, layers.length, dims);
  if (joint.data.length === 0) return onePlace(joint, layers.length, settings, hooks);
  let seen: Float32Array | null = null;
  const running = startProjection(
    { ...rest, dims, data: joint.data, dim, method: projector, nEpochs: nEpochs ?? undefined },
    {
      signal,
      onFrame: (coordinates, { stage, done, total }) => {
        hooks.onActivity({ kind: 'projecting', stage, done, total });
        const settling = stage === 'umap' && joint.data.length / dim <= AT_ONCE;
        if (coordinates === seen || settling) return;
        seen = coordinates;
        hooks.onFrame(spread(coordinates));
      },
    },
  );
  hooks.settling(running);
  const { coordinates, engine, method, settings: used } = await running.result;
  const answer: Place = {
    coordinates: spread(coordinates),
    projection: { engine, ...told(used) },
    pcaInstead: method !== projector,
  };
  hooks.onFrame(answer.coordinates);
  const whole = method !== 'umap' || used.nEpochs === (nEpochs ?? defaultEpochs(joint.data.length / dim));
  if (whole) lastPlace = { key, layers, answer };
  return answer;
}

/** Where all occurrences are one point at every layer, there is nothing to project. */
function onePlace(
  joint: JointLayers,
  layers: number,
  { metric, nNeighbors, minDist, seed, projector, dims }: ProjectionSettings,
  hooks: PlaceHooks,
): Place {
  const coordinates = layerCoordinates(new Float32Array(0), joint, layers, dims);
  hooks.onFrame(coordinates);
  const projection = { method: 'pca', engine: 'pca', metric, nNeighbors, minDist, nEpochs: 0, seed } as const;
  return { coordinates, projection, pcaInstead: projector !== 'pca' };
}

function told({ method, metric, nNeighbors, minDist, nEpochs, seed }: UsedSettings) {
  return { method, metric, nNeighbors, minDist, nEpochs, seed };
}

/** The words of all senses, the best of each first. */
function interleaved(names: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...names.map(({ length }) => length));
  return Array.from({ length: longest }, (_, rank) =>
    names.flatMap((words) => words.slice(rank, rank + 1)),
  ).flat();
}

function notesOf(
  { model, centre: asked }: LabRequest,
  vectors: OccurrenceVectors,
  centre: 'none' | 'shown',
  pcaInstead: boolean,
): Note[] {
  const notes: Note[] = [];
  const { missing, truncated, occurrences } = vectors;
  if (missing > 0) notes.push({ kind: 'occurrences-missing', details: { count: missing, model } });
  if (truncated > 0) {
    const { maxTokens } = vectors.model.card;
    notes.push({ kind: 'window-kept', details: { count: truncated, tokens: maxTokens } });
  }
  const unread = vectors.readings.filter(({ tokens, range }) =>
    tokens.slice(range?.from, range?.to).some(({ text }) => text === '[UNK]'),
  );
  if (unread.length > 0) notes.push({ kind: 'word-unread', details: { count: unread.length, model } });
  if (occurrences.length === 1) notes.push({ kind: 'one-occurrence', details: {} });
  if (asked === 'shown' && centre === 'none')
    notes.push({ kind: 'centre-too-few', details: { least: LEAST_TO_CENTRE } });
  if (pcaInstead && occurrences.length > 1) notes.push({ kind: 'pca-instead', details: {} });
  return notes;
}
