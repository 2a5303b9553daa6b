import type { OrderDictionary } from './orderEn.ts';
import { permutationsZh } from './permutationsZh.ts';
import { positionZh } from './positionZh.ts';
import { sentencesZh } from './sentencesZh.ts';

/** The words of view order in Chinese. */
export const orderZh: OrderDictionary = {
  shell: {
    form: '提问',
    answer: '结果',
    nothing: '还没有可以显示的内容：请先改好左边的问题。',
    previous: '这是上一个问题的结果。',
    faces: '显示哪一面',
    as: '显示方式',
    map: '图',
    table: '表',
  },
  guide: {
    title: '位置为什么重要',
    finished: '走完了：没有位置，一句话就只是一袋词。',
    off: { title: '关掉位置编码', text: '关掉位置编码：同样的词，不管什么顺序，都落在同一点上。' },
    on: { title: '再打开', text: '打开它：不同的顺序分开了。哪一对还是很近？' },
    own: { title: '你自己的句子', text: '输入一句话，再把同样的词换个顺序。' },
    encodings: { title: '四种办法', text: '打开“位置编码”：每个模型用的是哪一种？' },
    rotary: { title: '旋转', text: '选 SmolLM2：查询和键相遇的角度只取决于距离。' },
    sentences: { title: '整句话', text: '打开“句子”：哪个模型把同义句放在一起，又把字面相近的句子分开？' },
  },
  faces: {
    order: {
      short: '语序',
      name: '语序为什么重要',
      lead: '同样的词，换个顺序。有位置编码，向量就分开；没有位置编码，它们就重合。',
      try: '试一试：关掉再打开位置编码。',
    },
    position: {
      short: '位置编码',
      name: '模型怎么知道位置',
      lead: '告诉模型“这个 token 在哪里”的四种办法；模型里有真实数字的，就用真实数字画出来。',
      try: '试一试：换一个模型。',
    },
    sentences: {
      short: '句子',
      name: '意思相同，说法不同',
      lead: '同义句和字面相近的句子，几个模型并排来看：谁能把意思相同的放在一起？',
      try: '试一试：点矩阵里的一格。',
    },
  },
  permutations: permutationsZh,
  position: positionZh,
  sentences: sentencesZh,
};
