import { expect, test } from 'vitest';
import { sameWords } from './sameWords.ts';

test('another order has the same words, another word or one more has not', () => {
  expect(sameWords('the dog sees the cat', 'the cat sees the dog')).toBe(true);
  expect(sameWords('the dog sees the cat', 'the cat likes milk')).toBe(false);
  expect(sameWords('the dog sees the cat', 'the cat sees a dog')).toBe(false);
  expect(sameWords('dog dog cat', 'dog cat cat')).toBe(false);
});

test('in Chinese characters count, with or without spaces and Latin letters between them', () => {
  expect(sameWords('狗咬人', '人咬狗')).toBe(true);
  expect(sameWords('上海自来水', '水来自海上')).toBe(true);
  expect(sameWords('我爱GPU', 'gpu 爱我')).toBe(true);
  expect(sameWords('狗咬人', '狗咬猫')).toBe(false);
});

test('case, width and punctuation do not make other words, a picture sign does', () => {
  expect(sameWords('Dog bites man.', 'Man bites ｄｏｇ')).toBe(true);
  expect(sameWords('狗，咬人。', '人咬狗')).toBe(true);
  expect(sameWords('😀🎉', '🎉😀')).toBe(true);
  expect(sameWords('😀🎉', '😀😀')).toBe(false);
});
