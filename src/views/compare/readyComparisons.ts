import { comparedModels, dataOf, defaultLink, type LinkState } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';

/** What the two sides differ in, in the order in which they are offered. */
export const READY_COMPARISONS = ['kinds', 'layers', 'poolings', 'centres', 'devices'] as const;
export type ReadyComparison = (typeof READY_COMPARISONS)[number];

type Sides = Pick<
  LinkState,
  | 'model'
  | 'model2'
  | 'device'
  | 'device2'
  | 'layer'
  | 'layer2'
  | 'pooling'
  | 'pooling2'
  | 'centre'
  | 'centre2'
>;

const PLAIN: Sides = {
  model: null,
  model2: null,
  device: 'auto',
  device2: 'auto',
  layer: null,
  layer2: null,
  pooling: null,
  pooling2: null,
  centre: null,
  centre2: null,
};

const DIFFERENCES: Record<ReadyComparison, Partial<Sides>> = {
  kinds: {},
  layers: { layer: 'table' },
  poolings: { pooling: 'cls', pooling2: 'mean' },
  centres: { centre2: 'shown' },
  devices: { device: 'wasm', device2: 'webgpu' },
};

/** The language of the items that are shown, which the models should be for. */
function itemsLanguage(link: Pick<LinkState, 'data' | 'lang'>): Language {
  return dataOf(link).endsWith('-zh') ? 'zh' : 'en';
}

/** What puts both sides as a ready comparison asks, with models for the language of the items. */
export function readyPatch(kind: ReadyComparison, link: Pick<LinkState, 'data' | 'lang'>): Sides {
  const language = itemsLanguage(link);
  const { left, right } = comparedModels(defaultLink(language));
  const own = language === link.lang;
  const models =
    kind === 'kinds'
      ? { model: own ? null : left, model2: own ? null : right }
      : { model: right, model2: own ? null : right };
  return { ...PLAIN, ...models, ...DIFFERENCES[kind] };
}

/** Whether a link shows just this. */
export function isShown(patch: Sides, link: LinkState): boolean {
  const asked = comparedModels({ ...patch, lang: link.lang });
  const shown = comparedModels(link);
  const plain = (centre: LinkState['centre']) => centre ?? 'none';
  return (
    asked.left === shown.left &&
    asked.right === shown.right &&
    (['device', 'device2', 'layer', 'layer2', 'pooling', 'pooling2'] as const).every(
      (key) => patch[key] === link[key],
    ) &&
    plain(patch.centre) === plain(link.centre) &&
    plain(patch.centre2) === plain(link.centre2)
  );
}

/** What a change to other data brings along: default models follow the language of the items, chosen ones stay. */
export function chooseData(data: NonNullable<LinkState['data']>, link: LinkState): Partial<LinkState> {
  const chosen = link.model !== null || link.model2 !== null;
  const before = readyPatch('kinds', link);
  const isDefault = link.model === before.model && link.model2 === before.model2;
  if (chosen && !isDefault) return { data };
  const { model, model2 } = readyPatch('kinds', { data, lang: link.lang });
  return { data, model, model2 };
}
