import type { AnalogyDictionary } from './analogyEn.ts';
import { axesZh } from './axesZh.ts';
import { neighboursZh } from './neighboursZh.ts';
import { randomZh } from './randomZh.ts';
import { relationsZh } from './relationsZh.ts';

/** The words of the analogy view in Chinese; analogyEn.ts has the same keys. */
export const analogyZh: AnalogyDictionary = {
  shell: {
    form: '提问',
    answer: '答案',
    nothing: '还没有可看的，请先改好问题。',
    previous: '这是上一个问题的答案。',
    faces: '看什么',
    as: '显示方式',
    map: '看图',
    table: '看表',
    word: '词',
    part: '角色',
    place: '图中位置',
    canvas:
      '{{count, number}} 个词和 {{arrows, number}} 支箭头的图。拖动可转动，滚轮可缩放。按键：方向键转动，+ 和 − 缩放，[ 和 ] 逐点移动。表格里列出同样的点。',
  },
  faces: {
    question: {
      short: '类比',
      name: '词与箭头',
      lead: '方向可以带有意义：从“男人”到“国王”的那段路，换到“女人”出发，就走到“女王”附近。',
      try: '试一试：换一个词，或输入任意的词语算式。',
    },
    relations: {
      short: '关系',
      name: '一种关系，许多箭头',
      lead: '如果一种关系就是一个方向，它的箭头应当并排而行。有的确实如此，很多并不。',
      try: '试一试：比较“首都”和“反义词”。',
    },
    axes: {
      short: '语义轴',
      name: '沿一根轴排开的词',
      lead: '两个词定出一根轴，其他的词在轴上各有位置。',
      try: '试一试：自己定一根轴，再加一根与它相交的轴。',
    },
    neighbours: {
      short: '近邻',
      name: '谁住在隔壁',
      lead: '在整个词表里找最近的词，并看其余的词各有多近。',
      try: '试一试：只靠近邻，从一个词走到另一个词。',
    },
    random: {
      short: '随机与训练',
      name: '从随机到训练',
      lead: '同样的词看三遍：只是编号、随机向量、训练好的向量。',
      try: '试一试：点播放，看各类词怎样聚到一起。',
    },
  },
  kinds: {
    given: '题目里的词',
    answer: '最佳答案',
    near: '附近的词',
    target: '到达的点',
    word: '词',
  },
  space: {
    dictionary: '答案取自 {{count, number}} 个词，每个词 {{dim}} 个数。',
    list: '这个模型没有词典，答案只取自数据里的 {{count, number}} 个词，每个词单独读入。',
    shared: '两种语言在同一空间：只取每个向量的前 50 个数。',
    both: '中文和英文放在一起',
  },
  unknown: {
    word: '这个模型里没有“{{word}}”。',
    spelt: '写法相近：',
    knownBy: '认识它的模型：',
    readBy: '能拆开来读的模型：',
  },
  question: {
    legend: 'a 之于 b，如同 c 之于什么？',
    a: '词 a',
    b: '之于 b',
    c: '如同 c',
    flip: '箭头掉头',
    formula: '写成算式',
    formulaHint: '任意的词语算式：+ − × ÷、括号、avg(…) 取平均、“加引号的词”。',
    place: '第 {{place}} 个字符：',
    examples: '例子',
    answers: '{{a}} → {{b}}，{{c}} → ？',
    ranking: '排名方法',
    rankings: { candidates: '3CosAdd 加法', byProduct: '3CosMul 乘法', including: '全部的词' },
    rankingHints: {
      candidates: '按与到达点的余弦相似度排名。依照惯例，题目里的词不参加。',
      byProduct: '按相似度相乘再相除的结果排名：没有哪一项能独自压过其他项。',
      including: '一个词也不去掉：这一步通常很短，到达的点往往仍离题目里的词最近。所以惯例把它们去掉。',
    },
    given: '（题目里的词）',
    translations: '题目里的词不参加，但它们在另一种语言里的译词仍会参加，所以译词常常排在前面。',
    onlyList: '这里只有数据里的 {{count, number}} 个词能当答案。',
    parallel: '这两支箭头',
    parallelSays: '{{a}} → {{b}} 与 {{c}} → {{d}} 有多平行？余弦 {{cosine}}（1 平行，0 垂直）。',
    arrow: '箭头',
    length: '长度',
    kept: '图中保留',
    keptHint:
      '所有向量长度都是 1。画面就是前三个词所在的平面，所以它们和到达的点都画在真实位置；答案偏离该点的方向 {{miss}}。',
  },
  relations: relationsZh,
  axes: axesZh,
  neighbours: neighboursZh,
  random: randomZh,
  guide: {
    title: '词与箭头，七步看懂',
    finished: '七步都完成了',
    ask: { title: '出一道题', text: '换掉三个词中的一个，答案立刻重新排名。' },
    flip: { title: '箭头掉头', text: '交换前两个词：同一支箭头，反方向走。会走到哪里？' },
    sum: { title: '词语做加减', text: '输入算式，例如 avg(猫, 狗, 马)。它们的正中间是什么？' },
    relations: {
      title: '看一整种关系',
      text: '打开“关系”，选一种。二十来支箭头，是并排走的吗？',
    },
    axes: { title: '画一根轴', text: '打开“语义轴”，输入两个相反的词，其他词就在中间排开。' },
    neighbours: {
      title: '靠近邻走路',
      text: '打开“近邻”，在游戏里走一步：每次只能跳到附近的词。',
    },
    random: {
      title: '这一切从哪来',
      text: '打开“随机与训练”，点播放：是训练让词聚到了一起。',
    },
  },
};
