import type { Words } from '../words.ts';
import type { relationsEn } from './relationsEn.ts';

/** The words of this face in Chinese. */
export const relationsZh: Words<typeof relationsEn> = {
  choose: '关系',
  option: '{{name}} · {{count, number}} 对',
  percent: '{{percent}}%',
  waiting: '未测',
  pairs: '其中的词对',
  pairsHint:
    '“17/19”：用另外 19 对逐一来问，有 17 次把第二个词排在首位。余弦：这支箭头与其余箭头的平均方向相比。',
  own: '余弦 {{cosine}}',
  wrong: '最常错成“{{word}}”（{{count, number}} 次）',
  odd: '偏离规律',
  asked: '答对 {{right}}，共问 {{count}} 次',
  unknown: '模型里没有（或分不开）而略去的词对：{{count, number}}。',
  unknownPairs: '略去：{{pairs}}',
  parallel: '箭头是并排走的吗？',
  given: '原配对',
  shuffled: '打乱后',
  parallelSays: '两支箭头的平均余弦是 {{mean}}；把词对打乱后是 {{shuffled}}。',
  baseline: '要和打乱后的数比，而不是和 0 比：配错的词对，也还是从一类词指向另一类词。',
  oddSays:
    '{{arrows, number}} 支箭头里有 {{count, number}} 支偏离规律：它与其余箭头平均方向的余弦，低于打乱后箭头的平均值 {{limit}}。图中和列表里都标有 ≠。',
  noneOdd: '没有箭头偏离规律：每支与其余箭头平均方向的余弦，都不低于打乱后箭头的平均值（{{limit}}）。',
  kept: '平均箭头落在第一根轴上。图中平均保留每支箭头长度的 {{kept}}%。',
  tooFew: '这些词对里模型认识的不到两对，无从比较。',
  accuracy: '沿着箭头能找到答案吗？',
  method: '方法',
  right: '答对',
  methods: {
    add: '加法（3CosAdd）',
    mul: '乘法（3CosMul）',
    withInputs: '加法，什么都不去掉',
  },
  accuracyHint:
    '任取两对词，算 b − a + c，看排在首位的是不是 d。依照惯例，题目里的词不参加；最后一行可以看出这条惯例帮了多少。',
  onlyList: '这里只有数据里的 {{count, number}} 个词和这种关系自己的词能当答案，比在整部词典里找容易得多。',
  all: '所有关系在这个模型上的表现',
  allHint: '答对的比例，以及箭头有多平行（竖线标出打乱后的数）。“全参加”：题目里的词也不去掉。',
  name: '关系',
  columns: { add: '加法', mul: '乘法', withInputs: '全参加', parallel: '平行' },
  sortBy: '排序：{{column}}',
  cell: '{{mean}}，打乱后 {{shuffled}}',
  show: '看“{{name}}”的箭头',
};
