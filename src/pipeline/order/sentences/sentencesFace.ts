import type { ModelId } from '../../../contract/deepLink.ts';
import { contextualDefault } from '../../../contract/deepLink.ts';
import { Fault } from '../../../contract/fault.ts';
import { cardOf } from '../../modelSessions.ts';
import type { OrderAsked, OrderFaceResult, OrderWork } from '../orderResult.ts';
import { bundledSentences, type GivenSentences, ownSentences, usualModels } from './givenSentences.ts';
import { bestOf } from './modelNumbers.ts';
import { type ReadModel, readModel } from './readModel.ts';
import { MOST_MODELS, type SentencesAnswer } from './sentencesAnswer.ts';
import { groupPlaces, sentencesFigure } from './sentencesFigure.ts';

/** The last sentences, so that another model or pooling finds the vectors that are there already. */
let last: { readonly key: string; readonly given: GivenSentences } | null = null;

/**
 * The sentences' pooled vectors by several models, one after another; each is shown when it is ready.
 * @throws Fault `no-texts`, `nothing-embedded` where no model has a vector for any sentence
 */
export async function sentencesFace(
  asked: Extract<OrderAsked, { face: 'sentences' }>,
  work: OrderWork,
): Promise<OrderFaceResult<SentencesAnswer>> {
  const { request, signal } = work;
  const given = await givenSentences(asked, signal);
  const { notes, measured, ...shown } = given;
  const all = asked.models ?? usualModels(given.language);
  const models = all.slice(0, MOST_MODELS);
  const focus = focusOf(models, request.model, given);
  const read: ReadModel[] = [];

  let drawing: Pick<OrderFaceResult, 'figure'> & Pick<SentencesAnswer, 'places'> = {
    figure: null,
    places: [],
  };

  const resultOf = async (finished: boolean): Promise<OrderFaceResult<SentencesAnswer>> => ({
    card: await cardOf(focus),
    report: read.find(({ said }) => said.model === focus)?.embedded.report ?? null,
    figure: drawing.figure,
    notes: finished ? [...notes, ...read.flatMap((one) => one.notes)] : [],
    answer: {
      face: 'sentences',
      ...shown,
      asked: models,
      leftOut: all.slice(MOST_MODELS),
      models: read.map(({ said }) => said),
      focus,
      places: drawing.places,
      best: {
        none: finished ? bestBy('none', read, measured.length) : null,
        shown: finished ? bestBy('shown', read, measured.length) : null,
      },
    },
  });

  for (const model of models) {
    const one = await readModel(model, given, work);
    signal.throwIfAborted();
    read.push(one);
    if (model === focus && one.said.missing.length < given.lines.length) {
      drawing = {
        figure: await sentencesFigure(given, one.embedded, request, signal),
        places: groupPlaces(given, one.embedded, request.dims),
      };
    }
    if (read.length < models.length) work.onFrame(await resultOf(false));
  }
  if (read.every(({ said }) => said.missing.length === given.lines.length)) {
    throw new Fault('nothing-embedded', { model: focus, count: given.lines.length });
  }
  return resultOf(true);
}

async function givenSentences(
  { sentences, data }: Extract<OrderAsked, { face: 'sentences' }>,
  signal: AbortSignal,
): Promise<GivenSentences> {
  const key = JSON.stringify([data, sentences]);
  if (last?.key === key) return last.given;
  const given = sentences === null ? await bundledSentences(data, signal) : ownSentences(sentences);
  last = { key, given };
  return given;
}

/** The model whose map is drawn: the link's, else the one made for the language, else the first. */
function focusOf(models: readonly ModelId[], asked: ModelId, { language }: GivenSentences): ModelId {
  const usual = contextualDefault(language);
  return models.find((id) => id === asked) ?? models.find((id) => id === usual) ?? models[0];
}

function bestBy(look: 'none' | 'shown', read: readonly ReadModel[], groups: number) {
  const models = read.flatMap(({ said: { model }, statistics }) => {
    const found = statistics[look];
    return found ? [{ model, statistics: found }] : [];
  });
  return bestOf(models, groups);
}
