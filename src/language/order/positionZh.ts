import type { Words } from '../words.ts';
import type { positionEn } from './positionEn.ts';

/** The words of face position of view order in Chinese. */
export const positionZh: Words<typeof positionEn> = {
  form: {
    model: '显示哪个模型自己的数字',
    layer: '取哪一层的查询和键',
    head: '注意力头',
    headOf: '第 {{head}} 个头',
    load: '加载 SmolLM2（{{size}}）',
    loadPlain: '加载 SmolLM2',
    use: '显示 {{model}}',
  },
  cards: {
    sinusoidal: {
      name: '正弦编码',
      what: '一个公式：每个位置对应一行正弦和余弦，从快波到慢波，加到 token 的向量上。',
      map: '公式给出的各行：{{rows}} 个位置，每行 {{dim}} 个数，从 −1 到 1。左边的波快，右边的波慢。',
      curve: '两行有多像，要看相距多远：距离 0 时余弦为 1，距离 8 时 {{near}}，距离 63 时 {{far}}。',
      says: '余弦大体上随距离下降，而且只取决于距离：同一距离上最多相差 {{spread}}。',
      used: '最早的 Transformer（2017）；这里的模型都不用。',
    },
    learned: {
      name: '学习得到的表',
      what: '每个位置一个向量，和别的权重一样从训练中得来，加到 token 的向量上。',
      map: '模型位置表的前 {{places}} 行两两之间的余弦。',
      curve:
        '全部 {{rows}} 行的余弦随距离的变化及其离散程度：距离 1 时 {{one}}，距离 8 时 {{near}}，距离 63 时 {{far}}。',
      says: '{{model}}：{{rows}} 行，每行 {{dim}} 个数。相邻位置的余弦平均为 {{one}}，相距 63 的位置平均为 {{far}}（标准差 {{sd}}）。',
      path: '表中每四行取一行，连成一条路径',
      none: '所选的模型没有位置表。',
      used: 'BERT 一族：bge、MiniLM、E5。',
      limit: '表总有尽头：超出最后一行的位置没有向量。',
    },
    relative: {
      name: '相对偏置',
      what: '向量上什么也不加；一对 token 的注意力得分里加上一个只看距离的数。',
      map: 'ALiBi 在得分上加的数，共八个头，斜率从 1/2 到 1/256：越远，减得越多。',
      curve: 'T5 的解码器只看前文，为 32 个距离区间各学一个数：前 {{exact}} 个距离各占一个区间，更远的合用。',
      says: 'ALiBi：−斜率 × 距离；T5：bias[区间(距离)]。距离 63 时，最陡的头加 {{steep}}，最平的头加 {{flat}}。',
      used: 'T5、BLOOM、MPT。这里的模型都不用：这张卡片画的是公式，不是测得的数字。',
      bucket: '区间',
    },
    rotary: {
      name: '旋转编码',
      what: '把查询和键里的数两两一对转一个角度，位置越靠后转得越多。两者相遇时，只有角度之差起作用。',
      map: '把“{{query}}”的查询放在位置 m（纵），“{{key}}”的键放在位置 n（横），第 {{head}} 个头的乘积。每条对角线上的数都相同。',
      curve: '同一个乘积随距离 m − n 的变化，从 {{low}} 到 {{high}}。',
      says: '取自 {{model}} 第 {{layer}} 层，读的是“{{text}}”。沿对角线，乘积的偏差最多是其最大值的 {{spread}}：它只取决于距离。',
      proof:
        '证明这就是模型自己的数：按真实位置旋转、再做 softmax，与模型自己的注意力相差不超过 {{difference}}（这一层的全部注意力头）。',
      none: '所选的模型不用旋转。',
      used: 'SmolLM2，以及如今大多数语言模型（Llama、Qwen、Mistral）。底数 {{base, number}}，每个头 {{pairs}} 对数。',
      usedPlain: 'SmolLM2，以及如今大多数语言模型（Llama、Qwen、Mistral）。',
    },
  },
  chart: {
    distance: '距离',
    cosine: '余弦',
    product: 'q·k / √维数',
    added: '加到得分上的数',
    spread: '标准差',
    numbers: '看数字',
    mean: '平均',
    sd: '标准差',
    head: '斜率 {{slope}}',
    low: '低',
    high: '高',
  },
  table: {
    word: '位置',
    part: '种类',
    place: '坐标',
    kind: '表中的一行',
    name: '表中各行',
  },
  panel: {
    title: '谁用哪一种',
    model: '模型',
    way: '怎么知道位置',
    ways: {
      learned: '学习得到的表',
      rotary: '旋转编码',
      none: '不知道：顺序没有影响',
      unknown: '还没有说明',
    },
    why: '为什么需要它',
    whyText:
      '注意力一次看到所有 token，本来会把一句话当成一袋词，除非它像语言模型那样只看前文。总得有个办法说明谁站在哪里。',
    four: '四种办法',
    added: '加到向量上：正弦编码和学习得到的表。位置和意思共用同一组数。',
    scored:
      '放进得分里：相对偏置和旋转编码。向量上什么也不加，只有距离起作用。只看前文的模型，单凭每个 token 看得见哪些 token，也能知道顺序。',
  },
};
