import * as v from 'valibot';
import { Fault } from '../contract/fault.ts';
import type { Bilingual, Language } from '../contract/options.ts';
import { fetchJson } from './assets.ts';
import { type ModelCard, modelCardSchema } from './modelCard.ts';

/** What is known of a bundled model before anything of it is downloaded, its card included. */
export interface BundledModel {
  readonly id: string;
  readonly kind: ModelCard['kind'];
  readonly languages: readonly Language[];
  readonly names: Bilingual;
}

/** The models served with the app, in the order in which a select shows them; ids as in the public contract, names as
 * in the cards (a test compares them). */
export const bundledModels: readonly BundledModel[] = [
  {
    id: 'glove-zh-cedict',
    kind: 'static',
    languages: ['zh'],
    names: { zh: 'GloVe 中文（词典对照）', en: 'GloVe Chinese (by dictionary)' },
  },
  {
    id: 'glove-6b-50d',
    kind: 'static',
    languages: ['en'],
    names: { zh: 'GloVe（英文）', en: 'GloVe (English)' },
  },
  {
    id: 'bge-small-zh-v1.5',
    kind: 'contextual',
    languages: ['zh'],
    names: { zh: 'BGE 小型中文模型 v1.5', en: 'BGE small Chinese v1.5' },
  },
  {
    id: 'all-minilm-l6-v2',
    kind: 'contextual',
    languages: ['en'],
    names: { zh: 'MiniLM 六层英文模型', en: 'MiniLM, six layers, English' },
  },
  {
    id: 'multilingual-e5-small',
    kind: 'contextual',
    languages: ['zh', 'en'],
    names: { zh: '多语言 E5 小型模型', en: 'Multilingual E5 small' },
  },
  {
    id: 'smollm2-135m',
    kind: 'contextual',
    languages: ['en'],
    names: {
      zh: 'SmolLM2 1.35 亿参数语言模型',
      en: 'SmolLM2, a language model of 135 million parameters',
    },
  },
];

/** The bundled model with this id, or undefined. */
export function bundledModel(id: string): BundledModel | undefined {
  return bundledModels.find((model) => model.id === id);
}

/** Where the files of a model lie: `models/<id>/` under the absolute URL `base` of the app. */
export function modelFolder(id: string, base: string): string {
  return new URL(`models/${encodeURIComponent(id)}/`, base).href;
}

/**
 * Fetches and parses `models/<id>/model.json` under the absolute URL `base` of the app.
 * Throws Fault `asset-unreachable` (no network), `asset-refused` (no such file), `card-invalid`, or an AbortError.
 */
export async function loadCard(id: string, base: string, signal?: AbortSignal): Promise<ModelCard> {
  const given = await fetchJson(new URL('model.json', modelFolder(id, base)).href, 'model.json', signal);
  const parsed = v.safeParse(modelCardSchema, given);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const place = v.getDotPath(issue) ?? '';
    throw new Fault('card-invalid', { model: id, place, message: issue.message });
  }
  if (parsed.output.id !== id) {
    throw new Fault('card-invalid', { model: id, place: 'id', message: `is ${parsed.output.id}` });
  }
  return parsed.output;
}
