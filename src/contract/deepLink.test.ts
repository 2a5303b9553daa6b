import { describe, expect, test } from 'vitest';
import { analogyOf, dataOf, defaultLink, enterContexts, enterView, labOf, modelOf } from './deepLink.ts';
import { formatLink, parseLink } from './linkText.ts';

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
    ['view', 'atlas'],
    ['k', '0'],
    ['k', '21'],
    ['centre', 'all'],
    ['step', '0'],
    ['lang', 'fr'],
    ['word', ''],
  ])('%s=%s is illegal: the default, and a report', (parameter, value) => {
    const { link, problems } = parseLink(`?${new URLSearchParams({ [parameter]: value })}`, 'en');
    expect(link).toEqual(defaultLink('en'));
    expect(problems).toEqual([{ parameter, value }]);
  });

  test('the lab has its own defaults, by language', () => {
    expect(labOf(parseLink('?view=context', 'zh').link)).toEqual({
      contextual: 'bge-small-zh-v1.5',
      static: 'glove-zh-cedict',
      word: '苹果',
      data: 'contexts-zh',
    });
    expect(labOf(parseLink('?view=context&lang=en', 'zh').link)).toEqual({
      contextual: 'all-minilm-l6-v2',
      static: 'glove-6b-50d',
      word: 'bank',
      data: 'contexts-en',
    });
  });

  test('the lab takes one model of each kind, and only sentences', () => {
    const query = '?view=context&lang=en&model=bge-small-zh-v1.5&model2=glove-zh-cedict&data=contexts-zh&k=3';
    const { link, problems } = parseLink(query, 'en');
    expect(problems).toEqual([]);
    expect(link.k).toBe(3);
    expect(labOf(link)).toMatchObject({ contextual: 'bge-small-zh-v1.5', data: 'contexts-zh' });
    expect(parseLink(formatLink(link), 'zh')).toEqual({ link, problems: [] });
    const wrong = parseLink('?view=context&model=glove-6b-50d&model2=all-minilm-l6-v2&data=words-en', 'en');
    expect(wrong.problems.map(({ parameter }) => parameter)).toEqual(['model', 'model2', 'data']);
    expect(parseLink('?view=context&k=auto', 'en')).toMatchObject({ link: { k: null }, problems: [] });
  });

  test('the other language’s sentences come with its models, and go with them', () => {
    const link = { ...defaultLink('zh'), view: 'context' as const };
    const english = { ...link, ...enterContexts('contexts-en', 'zh') };
    expect(labOf(english)).toEqual(labOf({ ...defaultLink('en'), view: 'context' } as typeof link));
    expect({ ...english, ...enterContexts('contexts-zh', 'zh') }).toEqual(link);
  });

  test('another view begins with its own model, data and word', () => {
    const { link } = parseLink('?lang=en&model=bge-small-zh-v1.5&word=queen&seed=7&theme=dark', 'en');
    const entered = { ...link, ...enterView('context') };
    expect(formatLink(entered)).toBe('?view=context&lang=en&theme=dark&seed=7');
  });

  test('parameters that the contract does not know are left alone', () => {
    expect(parseLink('?utm=1&seed=7', 'en')).toMatchObject({ link: { seed: 7 }, problems: [] });
  });

  test('the analogy view: defaults by its model, faces by what the link asks', () => {
    const zh = parseLink('?view=analogy&lang=zh', 'en').link;
    expect(analogyOf(zh)).toMatchObject({
      model: 'glove-zh-cedict',
      a: '男人',
      b: '国王',
      c: '女人',
      face: 'question',
    });
    const en = parseLink('?view=analogy&lang=zh&model=glove-6b-50d', 'zh').link;
    expect(analogyOf(en)).toMatchObject({ a: 'man', b: 'king', c: 'woman', data: 'words-en' });
    const faceOf = (search: string) => analogyOf(parseLink(search, 'en').link).face;
    expect(faceOf('?view=analogy&relation=capital')).toBe('relations');
    expect(faceOf('?view=analogy&axis=hot~cold')).toBe('axes');
    expect(faceOf('?view=analogy&game=cat~moon')).toBe('neighbours');
    expect(faceOf('?view=analogy&axis=hot~cold&face=random')).toBe('random');
  });

  test('an axis has two poles, and words of a pole may be several', () => {
    const problemsOf = (search: string) => parseLink(search, 'en').problems;
    expect(parseLink('?axis=冷,寒~热', 'zh').link.axis).toBe('冷,寒~热');
    for (const wrong of ['冷', '~', '冷~', '~热', ',~热', 'a~b~c', 'a~ ']) {
      expect(problemsOf(`?view=analogy&axis=${encodeURIComponent(wrong)}`)).toEqual([
        { parameter: 'axis', value: wrong },
      ]);
    }
    expect(problemsOf('?view=analogy&data=contexts-en&relation=a%20b&expr=%20')).toHaveLength(3);
  });

  test('a formula comes back as it was typed', () => {
    const link = {
      ...defaultLink('zh'),
      view: 'analogy',
      expr: '1.5 × 国王 − “t-shirt” & #',
      axis2: '大~小',
    } as const;
    expect(parseLink(formatLink(link), 'en').link).toEqual(link);
  });
});
