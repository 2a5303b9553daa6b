import type { Words } from '../words.ts';
import type { nextEn } from './nextEn.ts';

/** The words of face next of view llm in Chinese. */
export const nextZh: Words<typeof nextEn> = {
  text: '一段文字的开头',
  english: '这个模型读过的主要是英文。',
  empty: '输入框是空的。这里显示的仍是“{{text}}”的结果。',
  space: '文字以空格结尾：下一个词自己会带上空格。',
  trim: '去掉这个空格',
  ready: '现成的开头',
  size: '模型大小 {{size}}，只需下载一次，之后由浏览器保存。',
  settings: '在哪里运行',
  top: '列出几个 token（1–50）',
  temperature: {
    name: '温度',
    zero: '{{value}} · 总取最可能的',
    low: '{{value}} · 更偏向可能的',
    one: '{{value}} · 模型学到的样子',
    high: '{{value}} · 不太可能的也有机会',
  },
  tokens: {
    title: '模型看到的文字',
    count: '{{count, number}} 个 token',
    one: '“{{text}}”，编号 {{id}}，字节 {{bytes}}',
    part: '“{{whole}}”的第 {{part}} 部分（共 {{parts}} 部分），编号 {{id}}，字节 {{bytes}}',
    special: '“{{text}}”，编号 {{id}}，模型自己的特殊 token',
    hint: '点一个 token，看它后面会是什么。圆点表示空格。每走一步，文字都会重新切分：走两步也可能合成一个 token。',
    truncated: '文字超过模型能读的长度：只显示最后 {{count, number}} 个 token。',
    clipped: '链接指定的 token 不存在，改为显示最后一个。',
    chinese:
      '这个模型几乎没读过中文。一个汉字常被拆成两三个 token，也就是 E5 9B BD 这样的字节；它对中文的预测大多靠猜。',
  },
  list: {
    title: '“{{token}}”后面可能是',
    rest: '词表里其余的 token 加起来：{{share}}',
    step: '用“{{text}}”往下走，概率 {{share}}',
    bytes: '{{example}} 这样的灰色行是字节，只是一个字符的一部分，不能单独写进文字里。',
    end: '特殊 token：文字到此结束',
    inside: '这里在一个字符的中间：选它的最后一个 token 才能往下走。',
    unwritable: '最可能的 token 都不能写进文字里：改一改文字再继续。',
    best: '用最可能的往下走',
    bestWritten: '用能写出来的里面最可能的往下走：“{{text}}” {{share}}',
    back: '退一步',
    replaces: '从这里往下走，会替换后面的文字。',
    reading: '文字有改动，正在重新读。',
  },
  path: {
    title: '最后状态走过的路',
    about:
      '每个点是读完一个 token 后最后一层的状态，以及它预期的下一个：“is → Paris”。箭头是最新的一步。点一个点，就从那里问起。',
    canvas: '地图：读完 {{count}} 个 token 中每一个后的最后状态，按顺序相连',
    table: '读完每个 token 后的最后状态',
    word: '哪个 token',
    expects: '预期的下一个',
    unasked: '没有问',
    place: '图上的坐标',
  },
  lens: {
    title: '每一层会怎么说',
    about:
      '把每一层的状态当作最后一层来读（logit lens）。温度为 1，数字是百分比；横条表示有多拿不准，单位是比特。',
    layer: '层',
    place: '第 {{place}}',
    entropy: '比特',
    look: '第 {{layer}} 层：最可能的是“{{text}}”，{{share}}；熵 {{bits}} 比特',
    row: '第 {{layer}} 层：{{tokens}}。熵 {{bits}} 比特。',
    first: '在此首次出现',
    stays: '从此不变',
    firstStays: '在此首次出现，从此不变',
  },
  facts: {
    answer: '“{{token}}”之后，模型预期的是“{{text}}”，概率 {{share}}。',
    atOnce: '它在第 {{layer}} 层首次排在第一，此后一直到最后的第 {{last}} 层都没变。',
    lost: '它在第 {{first}} 层首次排在第一，中间又被超过；从第 {{stays}} 层起一直排在第一，直到最后的第 {{last}} 层。',
    lostLast:
      '它在第 {{first}} 层首次排在第一，但没有保持住：临近最后又被别的 token 超过，到最后的第 {{last}} 层才重新排在第一。',
    onlyLast: '只有最后的第 {{last}} 层把它排在第一。',
    echo: '第 0 层还只是词表里它自己的那一行：直接当作答案来读，就是重复“{{token}}”，概率 {{share}}。',
    entropy:
      '模型在第 {{layer}} 层最拿不准（熵 {{most}} 比特），到最后一层是 {{to}} 比特：好比在 {{many}} 个同样可能的 token 里选一个。',
    entropyLast:
      '模型到最后一层反而最拿不准，熵是 {{to}} 比特：好比在 {{many}} 个同样可能的 token 里选一个。',
    tempered: '温度为 {{temperature}} 时，列表里它的概率是 {{share}}。',
    title: '在这台设备上实测',
    device: '设备',
    deviceNames: { webgpu: '显卡（WebGPU）', wasm: '处理器（WASM）', none: '无' },
    time: '这次回答用时',
    milliseconds: '{{ms, number}} 毫秒',
    memory: '模型占用的内存',
    memoryFreed: '离开这个页面后就会释放。',
  },
};
