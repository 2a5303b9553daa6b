import type { Words } from '../words.ts';
import type { axesEn } from './axesEn.ts';

/** The words of this face in Chinese. */
export const axesZh: Words<typeof axesEn> = {
  axis: '语义轴',
  axis1: '横轴 ↔',
  axis2: '纵轴 ↕',
  add: '再加一根轴',
  remove: '去掉这根轴',
  look: '在轴上找一个词',
  which: '看哪根轴',
  betweenFar: '两根轴几乎垂直（余弦 {{cosine}}），各说各的。',
  betweenNear: '两根轴的方向有重叠（余弦 {{cosine}}），说的有一部分是同一回事。',
  along: '从“{{a}}”到“{{b}}”',
  towards: '最靠近“{{pole}}”一端',
  middle: '居中的词',
  middleHint: '位置接近 0：离哪一端都不更近。',
  place: '位置',
  numbers:
    '位置就是与轴的余弦。随机抽取的 {{count, number}} 个词平均在 {{mean}}，标准差 {{sd}}：{{low}} 到 {{high}} 之间的位置，随机也会出现。',
  stands: '位于 {{place}}（z {{z}}）。',
  oneGroup: '逐词看一个类别',
  group: '类别',
  carePeople: '这是模型从文本里学来的：它说明词语被怎样使用，不说明人是怎样的，更不说明人该怎样。',
  careThings: '这是模型从文本里学来的：它说明词语被怎样使用，不说明事物本来怎样。',
  beyond:
    '{{count}} 个词里有 {{beyond}} 个落在阴影带之外；随机抽的词约有 95% 落在带内。z 表示偏离随机词的平均多少个标准差：在 −2 到 +2 之间，说明不了什么。',
  zero: '位置接近 0，表示与两端都没有关联，不表示模型没有偏见。',
  groups: '所有类别，按平均位置排列',
  mean: '平均',
  sd: '± 标准差',
  groupsHint: '圆点是类别的平均位置，横条是上下各一个标准差，阴影带是单个随机词的常见范围。',
  worth: '这根轴好不好？',
  poleWord: '两端自己的词',
  gap: '两端相距 {{gap}}。',
  overlap: '两端的词有 {{gap}} 的重叠：这根轴分不开它们。',
  polesCosine: '“{{a}}”与“{{b}}”的余弦是 {{cosine}}：越接近 1，轴里偶然的成分越多。',
  heldOut: '轮流去掉一个词再造轴：{{total}} 个词里有 {{right}} 个仍落在自己那一边。',
  oneEach: '每端只有一个词：这两个词的其他差别也都混进了轴里。每端多放几个词，轴会更稳。',
  onlyList: '这个模型没有词典，随机词取自数据里的词。',
};
