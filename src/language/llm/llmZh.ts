import { futureZh } from './futureZh.ts';
import { insideZh } from './insideZh.ts';
import type { LlmDictionary } from './llmEn.ts';
import { nextZh } from './nextZh.ts';

/** The words of view llm in Chinese. */
export const llmZh: LlmDictionary = {
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
    title: '语言模型知道什么',
    finished: '走完了：你看到了模型怎样往前想一个 token。',
    type: { title: '输入一个开头', text: '输入一句话的开头，看看最可能的下一个 token。' },
    step: { title: '往下走', text: '点一个 token：文字变长，最后状态的路线也变长。' },
    lens: { title: '答案在哪里出现', text: '从上到下读这张逐层的表：答案从哪一层开始排在第一？' },
    layers: { title: '从查表到有意义', text: '打开“逐层变化”，选一个 token，看它离表里的那一行有多远。' },
    attention: { title: '谁在看谁', text: '选一层和一个头，指着一个 token：弧线表示它在看哪里。' },
    future: {
      title: '说过的和将说的',
      text: '打开“许多开头”，比较两个数字：按说过的内容，还是按接下来的内容。',
    },
  },
  faces: {
    next: {
      short: '接下来是什么',
      name: '接下来是什么',
      lead: '输入一段文字，模型会给词表里的每个 token 一个概率；逐层看下去，就知道答案在哪一层出现。',
      try: '试一试：点一个可能的 token，接着往下走。',
    },
    inside: {
      short: '逐层变化',
      name: '逐层变化',
      lead: '每个 token 从表里的一行出发，一层一层吸收周围的内容。弧线表示谁在看谁。',
      try: '试一试：选一个 token，从查表一直跟到最后一层。',
    },
    future: {
      short: '许多开头',
      name: '说过什么，将说什么',
      lead: '同一批句子开头，分别由语言模型和句子模型来看：一个按接下来的内容聚在一起，一个按已经说过的内容聚在一起。',
      try: '试一试：切换两种着色方式。',
    },
  },
  next: nextZh,
  inside: insideZh,
  future: futureZh,
};
