import type { Words } from '../words.ts';
import type { futureEn } from './futureEn.ts';

/** The words of face future of view llm in Chinese. */
export const futureZh: Words<typeof futureEn> = {
  colour: { by: '颜色表示', next: '接下来是什么', says: '说了什么' },
  legend: {
    title: '标记的含义',
    next: '模型的第一猜测',
    says: '话题',
    alone: { next: '更少见的 token', says: '你自己的' },
  },
  own: {
    label: '你自己的开头，每行一个（英文）',
    placeholder: '例如：She opened the door and',
    hint: '它们会和现成的开头放在一起，点更大。数字只算现成的那些，因为你的没有标签。',
    back: '去掉我自己的',
  },
  form: {
    language: '语言模型',
    sentence: '句子模型',
    settings: '设置',
    first: '语言模型有 {{size}}。它要读 240 个英文开头，在慢的电脑上需要一到三分钟；读完之后就不用再等。',
  },
  layer: {
    label: '语言模型的层',
    shown: '第 {{layer}} 层，共 {{last}} 层',
    last: '第 {{layer}} 层（最后一层）',
  },
  panes: {
    language: '语言模型，第 {{layer}} 层',
    sentence: '句子模型，最后一层',
    trust: '可信度 {{value}}',
    canvas: '{{name}}：{{count}} 个开头的地图。用方向键在点之间移动。',
  },
  table: {
    title: '所有开头',
    text: '开头',
    says: '说了什么',
    next: '预设的下一个词',
    guess: '模型的第一猜测',
    own: '你自己的',
  },
  labels: {
    next: '接下来相同',
    predicted: '第一猜测相同',
    says: '说的相同',
  },
  chart: {
    title: '一层一层看',
    axis: '语言模型的层',
    beside: '句子模型',
    chance: '随机水平',
    label:
      '接下来相同的邻居：第 0 层 {{first}}，第 {{last}} 层 {{end}}，那里说的相同的有 {{says}}。下面的表里有全部数字。点一下可以选层。',
  },
  numbers: {
    title: '邻居有什么相同',
    first: '在语言模型第 {{layer}} 层最近的 {{k}} 个开头里，平均有 {{next}} 接下来相同，{{says}} 说的相同。',
    second: '在句子模型（{{model}}）里，{{next}} 接下来相同，{{says}} 说的相同。',
    third: '随机来看，应该是 {{next}} 和 {{says}}。',
    baseline:
      '在第 0 层就已经有 {{next}} 接下来相同：那里的状态只是最后一个词，而最后一个词已经透露了很多。最高是第 {{layer}} 层的 {{most}}。',
    label: '邻居的相同之处',
    language: '第 {{layer}} 层',
    sentence: '句子模型',
    chance: '随机',
    all: '所有层的数字',
    languageLayers: '语言模型',
    sentenceLayers: '句子模型',
    layer: '层',
    lens: '这一层就读得出',
  },
  how: {
    title: '怎样测量',
    measured:
      '对 {{count}} 个开头中的每一个，在完整的空间里（不是在地图上）按余弦找最近的 {{k}} 个：一个话题正好还有这么多别的开头。每个话题里每个词只接一次，所以没有两个开头两样都相同。“接下来相同”看的是写句子时预设的词；“第一猜测相同”看的是模型自己的猜测，它由最后的状态决定，算不上公平的检验。小字是 95% 区间（重抽 1000 次开头）；随机水平由打乱标签得到。',
    chosen:
      '{{count}} 个开头中有 {{guessed}} 个，模型的第一猜测就是预设的词。它们本来就是这样挑选的，所以这不算发现；状态之间怎样排列才是。',
  },
  inspector: {
    empty: '点一个点：这里会显示它最可能的下一个 token，以及它在两个模型里的邻居。',
    labels: '说的是：{{says}} · 预设接“{{next}}”',
    own: '你自己的：没有标签',
    top: '最可能的下一个 token',
    language: '语言模型第 {{layer}} 层里最近的',
    sentence: '句子模型里最近的',
    signs: '→ 第一猜测相同，= 说的相同。数字是完整空间里的余弦。',
    sameNext: '第一猜测相同',
    sameSays: '说的相同',
  },
};
