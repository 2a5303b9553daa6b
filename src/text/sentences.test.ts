import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string, language: string) => {
  const sentences = splitSentences(text, language);
  for (const { text: sentence, start, end } of sentences) expect(text.slice(start, end)).toBe(sentence);
  return sentences.map((sentence) => sentence.text);
};

describe('Chinese', () => {
  it.each([
    ['今天很好。明天呢？不知道！', ['今天很好。', '明天呢？', '不知道！']],
    ['“你好！”她说。他笑了。', ['“你好！”', '她说。', '他笑了。']],
    ['“我……”，他说。走了。', ['“我……”，他说。', '走了。']],
    ['他问：“走吗？”（没人答。）天黑了', ['他问：“走吗？”', '（没人答。）', '天黑了']],
    ['真的？！太好了……是啊', ['真的？！', '太好了……', '是啊']],
    ['春天来了；花开了；鸟叫了。', ['春天来了；', '花开了；', '鸟叫了。']],
    ['走了。“你好。”', ['走了。', '“你好。”']],
    ['他来了……（门开着）「走吧」', ['他来了……', '（门开着）「走吧」']],
    ['我……不知道', ['我……', '不知道']],
    ['「走吧。」他说', ['「走吧。」', '他说']],
    ['第一行\n第二行\r\n\r\n  第三行  ', ['第一行', '第二行', '第三行']],
    ['圆周率是3.14。我用GPT-4.5写的', ['圆周率是3.14。', '我用GPT-4.5写的']],
    ['他说hello. Then left. 走了。', ['他说hello.', 'Then left.', '走了。']],
    ['😀。𠮷野家。', ['😀。', '𠮷野家。']],
    ['没有标点', ['没有标点']],
    ['……', ['……']],
    ['', []],
    [' \n\t ', []],
  ])('%j', (text, expected) => expect(split(text, 'zh')).toEqual(expected));
});

describe('English', () => {
  it.each([
    ['It rained. We left! Did you?', ['It rained.', 'We left!', 'Did you?']],
    ['“Stop!” he cried. She did.', ['“Stop!”', 'he cried.', 'She did.']],
    ['(It rained.) We left.', ['(It rained.)', 'We left.']],
    ['Pi is 3.14 or so. e.g. this one.', ['Pi is 3.14 or so. e.g. this one.']],
    ['Well… I do not know; perhaps.', ['Well… I do not know; perhaps.']],
    ['He left. (She stayed.)', ['He left.', '(She stayed.)']],
    ['He left.\n“She stayed.”', ['He left.', '“She stayed.”']],
    ['One\nTwo\n\n Three ', ['One', 'Two', 'Three']],
  ])('%j', (text, expected) => expect(split(text, 'en')).toEqual(expected));
});

it('splits a long text as its parts', () => {
  const part = 'It rained. “We left!” Did you? ';
  expect(split(part.repeat(3_000), 'en')).toEqual(
    Array.from({ length: 3_000 }, () => ['It rained.', '“We left!”', 'Did you?']).flat(),
  );
  expect(split('啊'.repeat(50_000), 'zh')).toHaveLength(1);
});
