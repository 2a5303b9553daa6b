import type { Words } from '../words.ts';
import type { randomEn } from './randomEn.ts';

/** The words of this face in Chinese. */
export const randomZh: Words<typeof randomEn> = {
  stage: '阶段',
  play: '从随机播放到训练好',
  pause: '暂停',
  step: '下一阶段',
  names: {
    'one-hot': '独热',
    random: '随机',
    training: '训练第 {{step}} 步',
    trained: '训练好的',
  },
  says: {
    'one-hot':
      '每个词只是名单上的一个编号：{{dim}} 个数，一个是 1，其余是 0。任意两个词都一样远（距离 √2，余弦 0），谁和谁都不像。这一点画不出来：此图只保留了总方差的 {{kept}}。',
    random: '每个词得到 {{dim}} 个随机数（种子 {{seed}}）。几乎每两个词都接近垂直；谁挨着谁，纯属偶然。',
    training:
      '共 {{last}} 步，这是第 {{step}} 步之后。每一步都把所有的词挪动一点，让余弦更接近训练好的模型。',
    trained: '模型自己的向量。没有人告诉过它这些分组。',
  },
  about:
    '模型自己的训练用了海量文本，在这里无法重来。于是在浏览器里做一次小训练：从随机向量出发，照着训练好的模型给出的相似度，学会这 {{words}} 个词里谁该和谁在一起。数字都是当场量出来的，不是画出来的。每张图都转动过，好与下一张对齐。',
  words: '取数据里前 {{groups}} 个有 20 个词为模型所知的组。',
  nearest: '的近邻是同组的词（每个词看最近 {{count}} 个）',
  noneNearer: '没有哪个词比别的词更近。',
  byChance: '如果全凭偶然，应为 {{chance}}。',
  expected: '{{dim}} 个数的随机向量，理论值：平均 0，标准差 1/\u2060√{{dim}} = {{sd}}。',
  groups: '分组',
  numbers: '数字',
  number: '项目',
  share: '最近 {{count}} 个词中同组的比例',
  same: '同组的平均余弦',
  other: '异组的平均余弦',
  spread: '全部余弦的标准差',
  kept: '图中保留的方差',
  pairs: '两个词有多像？',
  pairsHint: '各余弦值的词对所占的比例。同组 {{same}} 对，异组 {{other}} 对。',
  sameLine: '同组',
  otherLine: '异组',
  pairsSay: '{{stage}}：同组词对的平均余弦为 {{same}}，异组为 {{other}}。',
  cosine: '余弦',
  asTable: '看表格',
  course: '小训练的过程',
  courseSays: '最近的词里同组的比例从 {{from}} 升到 {{to}}；损失从 {{lossFrom}} 降到 {{lossTo}}。',
  stepsTaken: '步数',
  shareLine: '最近的词里同组的比例',
  lossLine: '损失',
  chanceLine: '全凭偶然：{{chance}}',
  lossHint: '损失：各对余弦与训练好的模型之差的平方，取平均。',
};
