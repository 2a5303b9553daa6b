import type { Words } from '../words.ts';
import type { permutationsEn } from './permutationsEn.ts';

/** The words of face permutations of view order in Chinese. */
export const permutationsZh: Words<typeof permutationsEn> = {
  form: {
    switch: '位置编码',
    on: '已打开：模型知道每个 token 的位置。',
    off: '已关闭：模型自己的位置数字被抹掉，再把句子全部重读一遍。',
    sets: '选一组词',
    all: '全部各组',
    own: '你自己的排列，每行一句',
    placeholder: '小狗看见小猫\n小猫看见小狗',
    hint: '以第一行为准；其他各行应是同样的词换了顺序。',
    back: '回到现成的例子',
    settings: '层与汇聚方式',
  },
  senses: {
    first: '第一种顺序',
    same: '意思相同',
    other: '意思不同',
    none: '不成句',
    own: '你的排列',
    words: '用词不同',
    tokens: 'token 不同',
  },
  stage: {
    matrix: '各种顺序之间的余弦相似度（位置编码：{{position}}）',
    matrixNone: '还没有可以比较的顺序',
    order: '顺序',
    positions: { on: '开', off: '关' },
    map_one: '{{count, number}} 种顺序的图；箭头从第一种顺序指向其他顺序',
    map_other: '{{count, number}} 种顺序的图；箭头从第一种顺序指向其他顺序',
    stacked: '{{count}} 种顺序重合在这里',
    stackedShort: '{{text}}（× {{count}}）',
    allSets: '全部各组（位置编码：{{position}}）',
    set: '词语',
    difference: '最大差',
    least: '最低余弦',
    table: '各种顺序的位置',
    place: '坐标',
    meaning: '意思',
  },
  panel: {
    title: '重合，还是分开？',
    measure: '量',
    on: '位置编码开',
    off: '位置编码关',
    difference: '单个数的最大差',
    least: '最低余弦',
    thisSet: '这一组',
    allSets: '全部各组',
    equal:
      '没有位置编码时，同样的 token 不管怎么排，向量都一样：任何一个数相差都不超过 {{off}}，那只是舍入误差。有位置编码时，最多相差 {{on}}。',
    unequal: '没有位置编码时，单个数最多相差 {{off}}；有位置编码时最多相差 {{on}}。',
    causal:
      '即使没有旋转位置编码，这个模型也分得出顺序：单个数最多相差 {{off}}（有位置编码时 {{on}}）。因为每个 token 只看得见它前面的 token，这本身就透露了顺序（Haviv 等，2022）。',
    last: '向量取自最后一个 token；换了顺序，排在最后的就是另一个词。',
    table: '这是最原始的 token 表：向量里还没有任何位置信息，所以开或关、怎么排都一样。',
    one: '只有一行，没有别的顺序可比。请把同样的词换个顺序再输入一行。',
    otherWords_one: '有 {{count, number}} 行没有算在内：用词和第一行不同。',
    otherWords_other: '有 {{count, number}} 行没有算在内：用词和第一行不同。',
    otherTokens_one: '有 {{count, number}} 种顺序没有算在内：用词虽然相同，模型读到的 token 却不同。',
    otherTokens_other: '有 {{count, number}} 种顺序没有算在内：用词虽然相同，模型读到的 token 却不同。',
    farthest: '离得最远的一对',
    farthestIn: '这一组里（位置编码：{{position}}）：',
    lesson: '意思变了，向量却几乎没变',
    lessonText:
      '位置编码打开时，{{all, number}} 种意思已变的顺序中，仍有 {{near, number}} 种与第一种顺序的余弦高于 0.9。最接近的是：',
    unrelated: '作为比较：在这个模型里，不同组的句子之间平均为 {{cosine}}。',
    lessonNone: '这些组里没有标明“意思不同”的顺序。',
    bag: '一袋词',
    bagText_one:
      '静态模型（{{models}}）把各个词的向量取平均：在 {{count, number}} 对顺序中，单个数最多相差 {{difference}}。顺序对它毫无影响。',
    bagText_other:
      '静态模型（{{models}}）把各个词的向量取平均：在 {{count, number}} 对顺序中，单个数最多相差 {{difference}}。顺序对它毫无影响。',
    bagEqual_one:
      '静态模型（{{models}}）把各个词的向量取平均：在 {{count, number}} 对顺序中，没有一个数不同（差为 0）。顺序对它毫无影响。',
    bagEqual_other:
      '静态模型（{{models}}）把各个词的向量取平均：在 {{count, number}} 对顺序中，没有一个数不同（差为 0）。顺序对它毫无影响。',
    bagNone: '静态模型在这些行里找不到用词相同的两种顺序。',
    bagOther_one: '另有 {{count, number}} 行，在它看来用词不同。',
    bagOther_other: '另有 {{count, number}} 行，在它看来用词不同。',
    read: '第 {{layer}} 层，{{pooling}}',
    note: '关于这组词',
  },
};
