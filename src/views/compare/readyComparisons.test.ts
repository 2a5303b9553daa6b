import { expect, test } from 'vitest';
import { comparedModels, defaultLink } from '../../contract/deepLink.ts';
import { chooseData, isShown, READY_COMPARISONS, readyPatch } from './readyComparisons.ts';

const english = defaultLink('en');

test('what the view opens on is static against contextual', () => {
  expect(READY_COMPARISONS.filter((kind) => isShown(readyPatch(kind, english), english))).toEqual(['kinds']);
});

test('each of the others sets one model against itself, in one thing alone', () => {
  for (const kind of ['layers', 'poolings', 'centres', 'devices'] as const) {
    const link = { ...english, ...readyPatch(kind, english) };
    expect(comparedModels(link)).toEqual({ left: 'all-minilm-l6-v2', right: 'all-minilm-l6-v2' });
    expect(READY_COMPARISONS.filter((other) => isShown(readyPatch(other, link), link))).toEqual([kind]);
  }
});

test('the models are for the language of the items, whatever the app speaks', () => {
  const link = { ...english, data: 'words-zh' as const };
  expect(comparedModels({ ...link, ...readyPatch('kinds', link) })).toEqual({
    left: 'glove-zh-cedict',
    right: 'bge-small-zh-v1.5',
  });
  expect(readyPatch('layers', link)).toMatchObject({ model2: 'bge-small-zh-v1.5', layer: 'table' });
});

test('with other data, models that nobody chose follow; chosen ones stay', () => {
  const chinese = chooseData('words-zh', english);
  expect(chinese).toEqual({ data: 'words-zh', model: 'glove-zh-cedict', model2: 'bge-small-zh-v1.5' });
  const back = chooseData('words-en', { ...english, ...chinese });
  expect(back).toEqual({ data: 'words-en', model: null, model2: null });
  expect(chooseData('words-zh', { ...english, model: 'glove-6b-50d' })).toEqual({ data: 'words-zh' });
});
