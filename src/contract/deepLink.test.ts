import { describe, expect, test } from 'vitest';
import { dataOf, defaultLink, formatLink, modelOf, parseLink } from './deepLink.ts';

describe('deep links', () => {
  test('nothing gives the defaults of the language', () => {
    const { link, problems } = parseLink('', 'zh');
    expect(link).toEqual(defaultLink('zh'));
    expect(problems).toEqual([]);
    expect([modelOf(link), dataOf(link)]).toEqual(['glove-zh-cedict', 'words-zh']);
    expect([modelOf(defaultLink('en')), dataOf(defaultLink('en'))]).toEqual(['glove-6b-50d', 'words-en']);
  });

  test('what is formatted is parsed as the same state', () => {
    const link = {
      ...defaultLink('en'),
      theme: 'light',
      model: 'bge-small-zh-v1.5',
      device: 'wasm',
      data: 'contexts-zh',
      projector: 'pca',
      dims: 2,
      metric: 'euclidean',
      nNeighbors: 200,
      minDist: 0.99,
      seed: 2 ** 32 - 1,
      nEpochs: 5000,
      word: '苹果 & “x”',
      layer: 'table',
      pooling: 'last',
      centre: 'shown',
    } as const;
    expect(parseLink(formatLink(link), 'zh')).toEqual({ link, problems: [] });
    expect(parseLink(formatLink({ ...link, layer: 0 }), 'zh').link.layer).toBe(0);
  });

  test('only what is not default is written, and always the language', () => {
    expect(formatLink(defaultLink('zh'))).toBe('?lang=zh');
    expect(formatLink({ ...defaultLink('zh'), dims: 2 })).toBe('?lang=zh&dims=2');
  });

  test.each([
    ['nNeighbors', '1'],
    ['nNeighbors', '201'],
    ['nNeighbors', '2.5'],
    ['nNeighbors', '1e2'],
    ['nNeighbors', ''],
    ['minDist', '1'],
    ['minDist', '-0.1'],
    ['seed', '4294967296'],
    ['nEpochs', '5001'],
    ['dims', '1'],
    ['layer', '-1'],
    ['view', 'context'],
    ['lang', 'fr'],
    ['word', ''],
  ])('%s=%s is illegal: the default, and a report', (parameter, value) => {
    const { link, problems } = parseLink(`?${new URLSearchParams({ [parameter]: value })}`, 'en');
    expect(link).toEqual(defaultLink('en'));
    expect(problems).toEqual([{ parameter, value }]);
  });

  test('parameters that the contract does not know are left alone', () => {
    expect(parseLink('?utm=1&seed=7', 'en')).toMatchObject({ link: { seed: 7 }, problems: [] });
  });
});
