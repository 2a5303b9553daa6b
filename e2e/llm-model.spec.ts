import { resolve } from 'node:path';
import { e5Sentences, floats, llmReferences } from './support/llmReferences.ts';
import { expect, gpuArgs, patchWorker, test } from './support/models.ts';
import { cosine, readNpy } from './support/modelsNpy.ts';

// 100 MB are read and verified for each load, on a machine that may be busy
test.describe.configure({ timeout: 600_000 });

const llm = 'smollm2-135m';
const contextual = ['bge-small-zh-v1.5', 'all-minilm-l6-v2', 'multilingual-e5-small', llm];
/** What the project promises of the largest difference of any logit. */
const logitDifference = 1e-3;

const mostApart = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let at = 0; at < a.length; at++) most = Math.max(most, Math.abs(a[at] - b[at]));
  return most;
};
const note = (type: string, description: unknown) =>
  test.info().annotations.push({ type, description: JSON.stringify(description) });

test('the next tokens of 20 texts, every logit that numpy gives, and the states behind them', async ({
  open,
}) => {
  const { sampled, cases } = llmReferences();
  expect(cases.length).toBeGreaterThanOrEqual(20);
  const page = await open();
  const given = await page.evaluate(
    async ({ id, texts, sampled }) => {
      const model = await window.harness.loadModel(id, { device: 'wasm', form: 'inside' });
      const several = await model.predict(texts, { layers: [0, 15, 30], k: 5 });
      const results = [];
      for (const [index, text] of texts.entries()) {
        const whole = await model.predict([text], { layers: [30], k: 49_152 });
        if (!whole || !several) throw new Error('the model predicts nothing');
        const [{ tokens, at, layers }] = whole.texts;
        const logits = new Map(layers[0].top.map(({ id, logit }) => [id, logit]));
        results.push({
          ids: tokens.map((token) => token.id),
          at,
          sum: layers[0].top.reduce((sum, { score }) => sum + score, 0),
          top: layers[0].top.slice(0, 5),
          together: several.texts[index].layers[2].top,
          logits: sampled.map((id) => logits.get(id) ?? Number.NaN),
          states: several.states.map((state) => [...state.subarray(index * 576, (index + 1) * 576)]),
        });
      }
      return { results, report: model.report };
    },
    { id: llm, texts: cases.map(({ text }) => text), sampled: [...sampled] },
  );
  expect(given.report).toMatchObject({ device: 'wasm' });
  let most = 0;
  for (const [index, { text, ids, top, probabilities, logits, logSumExp, ...states }] of cases.entries()) {
    const result = given.results[index];
    expect(result.ids, text).toEqual(ids);
    expect(result.at).toBe(ids.length - 1);
    expect(
      result.top.map(({ id }) => id),
      text,
    ).toEqual(top);
    // in a batch of texts of many lengths, the padding of the short ones does not count
    expect(
      result.together.map(({ id }) => id),
      text,
    ).toEqual(top);
    expect(result.sum).toBeCloseTo(1, 6);
    expect(
      mostApart(
        result.top.map(({ score }) => score),
        probabilities,
      ),
    ).toBeLessThan(1e-4);
    const expectedTop = probabilities.map((probability) => Math.log(probability) + logSumExp);
    const apart = Math.max(
      mostApart(result.logits, logits),
      mostApart(
        result.top.map(({ logit }) => logit),
        expectedTop,
      ),
    );
    most = Math.max(most, apart);
    expect(apart, text).toBeLessThanOrEqual(logitDifference);
    for (const [order, name] of (['layer0', 'layer15', 'layer30'] as const).entries()) {
      expect(cosine(result.states[order], floats(states[name])), `${text} ${name}`).toBeGreaterThan(0.999999);
    }
  }
  note('largest difference of a logit', most);
});

test('the logit lens of all layers is that of numpy; temperature and place are heeded', async ({ open }) => {
  const cases = llmReferences().cases.filter(({ lens }) => lens);
  expect(cases).toHaveLength(3);
  const page = await open();
  const { lens, cold, hot, early, empty, nonsense } = await page.evaluate(
    async ({ id, texts }) => {
      const model = await window.harness.loadModel(id, { device: 'wasm', form: 'inside' });
      const layers = Array.from({ length: 31 }, (_, layer) => layer);
      const ask = async (text: string, options: object) =>
        (await model.predict([text], { layers: [30], k: 3, ...options }))?.texts[0];
      const found = await model.predict(texts, { layers, k: 1 });
      const refused = async (options: object) =>
        ask(texts[0], options).then(
          () => null,
          ({ message }) => String(message),
        );
      return {
        lens: found?.texts.map((text) =>
          text.layers.map(({ top }) => ({ id: top[0].id, score: top[0].score })),
        ),
        cold: (await ask(texts[0], { temperature: 0 }))?.layers[0],
        hot: (await ask(texts[0], { temperature: 2 }))?.layers[0],
        // the tokens after the place asked about do not count
        early: [await ask(texts[0], { at: 1 }), await ask('The capital', {})].map(
          (text) => text?.layers[0].top,
        ),
        empty: await ask('', {}),
        nonsense: [
          await refused({ at: 99 }),
          await refused({ temperature: -1 }),
          await refused({ layers: [31] }),
        ],
      };
    },
    { id: llm, texts: cases.map(({ text }) => text) },
  );
  for (const [index, { lens: expected, text, probabilities }] of cases.entries()) {
    expect(
      lens?.[index].map(({ id }) => id),
      text,
    ).toEqual(expected?.ids);
    expect(
      mostApart(lens?.[index].map(({ score }) => score) ?? [], expected?.probabilities ?? []),
    ).toBeLessThan(1e-3);
    expect(probabilities[0]).toBeGreaterThan(0);
  }
  expect(cold?.top.map(({ score }) => score)).toEqual([1, 0, 0]);
  expect(hot?.entropy).toBe(cold?.entropy);
  expect(hot?.top[0].score).toBeLessThan(cases[0].probabilities[0]);
  expect(early[0]?.map(({ id }) => id)).toEqual(early[1]?.map(({ id }) => id));
  expect(empty).toMatchObject({ tokens: [], at: -1, layers: [] });
  for (const message of nonsense) expect(message).toEqual(expect.any(String));
});

test('queries and keys, turned by their places, give the attention that the graph computes', async ({
  open,
}) => {
  const page = await open();
  const given = await page.evaluate(async (id) => {
    const model = await window.harness.loadModel(id, { device: 'wasm', form: 'inside' });
    const text = 'The opposite of hot is cold';
    const attention = await model.attention(text, [4]);
    const pair = await model.queriesAndKeys(text, 4);
    if (!attention || !pair) throw new Error('the model shows nothing');
    const { queries, keys, data, ...rest } = { ...pair, data: [...attention.data[0]] };
    return { ...rest, data, queries: [...queries], keys: [...keys], positions: await model.positionTable() };
  }, llm);
  const { heads, keyHeads, size, tokens } = given;
  expect([heads, keyHeads, size, given.positions]).toEqual([9, 3, 64, null]);
  const n = tokens.length;
  const turned = (vector: readonly number[], place: number) =>
    vector.map((value, d) => {
      const half = size / 2;
      const angle = place * 100_000 ** (-(d % half) / half);
      const other = d < half ? -vector[d + half] : vector[d - half];
      return value * Math.cos(angle) + other * Math.sin(angle);
    });
  const row = (values: readonly number[], head: number, token: number) =>
    turned(values.slice((head * n + token) * size, (head * n + token + 1) * size), token);
  const expected: number[] = [];
  for (let head = 0; head < heads; head++) {
    for (let from = 0; from < n; from++) {
      const query = row(given.queries, head, from);
      const scores = Array.from({ length: n }, (_, to) => {
        if (to > from) return 0;
        const key = row(given.keys, Math.floor((head * keyHeads) / heads), to);
        return Math.exp(query.reduce((sum, value, d) => sum + value * key[d], 0) / Math.sqrt(size));
      });
      const sum = scores.reduce((total, score) => total + score, 0);
      expected.push(...scores.map((score) => score / sum));
    }
  }
  const apart = mostApart(given.data, expected);
  note('largest difference of a share of attention', apart);
  expect(apart).toBeLessThan(1e-4);
});

for (const id of contextual) {
  test(`${id}: rows of the table, read from the files, are those that the graph gives`, async ({ open }) => {
    const text =
      'The quick brown fox jumps over the lazy dog while 3 wise men ask: why is the sky blue, and who knows better? ' +
      'Every morning she walks along a river bank, buys fresh bread, reads old letters & paints two green boats. ' +
      '苹果公司昨天发布了新产品，银行门口的柳树也发芽了；我们学习词向量与语言模型，天气很好，大家去河边散步。';
    const page = await open();
    const given = await page.evaluate(
      async ({ id, text }) => {
        const model = await window.harness.loadModel(id, { device: 'wasm' });
        const graph = await model.tokenStates(text, ['table', 0]);
        const files = await model.tokenStates(text, ['table']);
        if (!graph || !files) throw new Error('no states');
        const near = await model.nearestTokens(graph.data[0].slice(0, 8 * graph.dim), 3);
        return {
          ids: graph.tokens.map((token) => token.id),
          graph: [...graph.data[0]],
          files: [...files.data[0]],
          near: near && { k: near.k, ids: [...near.ids], scores: [...near.scores], texts: near.texts },
          inside: [await model.attention(text, [1]), await model.predict([text], { layers: [1], k: 1 })],
        };
      },
      { id, text },
    );
    expect(new Set(given.ids).size).toBeGreaterThanOrEqual(50);
    expect(mostApart(given.graph, given.files)).toBe(0);
    expect(given.near?.k).toBe(3);
    for (let token = 0; token < 8; token++) {
      expect(given.near?.scores[token * 3]).toBeCloseTo(1, 5);
      // a vocabulary may hold one row twice
      if ((given.near?.scores[token * 3 + 1] ?? 0) < 0.99999)
        expect(given.near?.ids[token * 3]).toBe(given.ids[token]);
    }
    expect(given.near?.texts.every((text) => text.length > 0)).toBe(true);
    expect(given.inside).toEqual([null, null]);
  });
}

for (const id of ['bge-small-zh-v1.5', 'all-minilm-l6-v2', 'multilingual-e5-small']) {
  test(`${id}: without positions every order of a text has one vector, with them each has its own`, async ({
    open,
  }) => {
    const orders = id.startsWith('all')
      ? ['dog bites man', 'man bites dog', 'bites man dog']
      : ['狗 咬 人', '人 咬 狗', '咬 人 狗'];
    const page = await open();
    const given = await page.evaluate(
      async ({ id, orders }) => {
        const embed = async (form: 'plain' | 'unplaced') => {
          const model = await window.harness.loadModel(id, { device: 'wasm', form });
          const { data, dim } = await model.embedTexts(orders, { pooling: 'mean' });
          const table = await model.positionTable();
          const { selfCheck } = model.report;
          const states = await model.tokenStates(orders[0], [0]);
          model.dispose();
          return {
            rows: orders.map((_, row) => [...data.subarray(row * dim, (row + 1) * dim)]),
            first: table && [...table.data.subarray(0, 4)],
            shape: table && [table.rows, table.dim],
            states: states && [...states.data[0].subarray(0, 4)],
            selfCheck,
          };
        };
        return { on: await embed('plain'), off: await embed('unplaced') };
      },
      { id, orders },
    );
    for (const other of [1, 2]) {
      expect(mostApart(given.off.rows[0], given.off.rows[other])).toBeLessThan(1e-5);
      expect(mostApart(given.on.rows[0], given.on.rows[other])).toBeGreaterThan(1e-3);
    }
    expect(given.on.selfCheck).toBeGreaterThan(0.999);
    expect(given.off.selfCheck).toBeNull();
    // the table itself is still told
    expect(given.off.first).toEqual(given.on.first);
    expect(given.on.first?.some((value) => value !== 0)).toBe(true);
    expect(given.on.shape?.[0]).toBe(512);
    expect(given.off.states).not.toEqual(given.on.states);
  });
}

test('E5 gives the sentence vectors of its own package’s engine', async ({ open }) => {
  const texts = e5Sentences();
  expect(texts).toHaveLength(50);
  const { data: expected } = readNpy(resolve(import.meta.dirname, '../fixtures/e5/sentences.npy'));
  const page = await open();
  const { rows, roles } = await page.evaluate(async (texts) => {
    const model = await window.harness.loadModel('multilingual-e5-small', { device: 'wasm' });
    const { data, dim } = await model.embedTexts(texts);
    const rows = texts.map((_, row) => [...data.subarray(row * dim, (row + 1) * dim)]);
    const read = async (role: 'text' | 'query' | 'passage' | 'bare') =>
      (await model.tokenStates(texts[0], [12], { role }))?.tokens.filter(({ start }) => start < 0).length;
    return {
      rows,
      roles: [await read('text'), await read('query'), await read('passage'), await read('bare')],
    };
  }, texts as string[]);
  const dim = expected.length / texts.length;
  const similarities = rows.map((row, index) =>
    cosine(row, expected.subarray(index * dim, (index + 1) * dim)),
  );
  note('least cosine', Math.min(...similarities));
  expect(Math.min(...similarities)).toBeGreaterThanOrEqual(0.9995);
  // <s> and </s>, and the prefix where there is one
  expect(roles[3]).toBe(2);
  expect(roles.slice(0, 3).every((count) => (count ?? 0) > 2)).toBe(true);
});

test('16 tokens after the load, the memory that is held, and what leaves with the model', async ({
  open,
}) => {
  const page = await open();
  const measured = await page.evaluate(async (id) => {
    const text = 'The quick brown fox jumps over the lazy dog and then it runs away from here';
    const timed = async <T>(work: () => Promise<T>) => {
      const began = performance.now();
      const value = await work();
      return { value, ms: Math.round(performance.now() - began) };
    };
    const { value: model, ms: load } = await timed(() =>
      window.harness.loadModel(id, { device: 'wasm', form: 'inside' }),
    );
    const held = [await model.memory()];
    const ms = [];
    let count = 0;
    for (let run = 0; run < 5; run++) {
      const { value, ms: took } = await timed(() => model.predict([text], { layers: [30], k: 10 }));
      ms.push(took);
      count = value?.texts[0].tokens.length ?? 0;
    }
    held.push(await model.memory());
    return { load, ms, held, count, threads: model.report.threads };
  }, llm);
  note('load, runs, bytes', measured);
  expect(measured.count).toBe(16);
  // nothing of the 98 MB of files lies beside the heap
  expect(measured.held[1]).toBeLessThan(600e6);
});

test('too little memory is refused with what it takes, and the page and another model live on', async ({
  open,
}) => {
  // a heap that cannot grow beyond 96 MB, in the worker of the large model alone
  const little = `
    const { Memory } = WebAssembly;
    const answer = fetch;
    let little = false;
    self.fetch = (url, init) => {
      if (String(url).includes('smollm2')) little = true;
      return answer(url, init);
    };
    WebAssembly.Memory = function (descriptor) {
      const maximum = little ? 1536 : descriptor.maximum;
      const initial = Math.min(descriptor.initial, maximum);
      return new Memory({ ...descriptor, initial, maximum });
    };
    WebAssembly.Memory.prototype = Memory.prototype;
  `;
  const page = await open({ before: (page) => patchWorker(page, little) });
  const { fault, again } = await page.evaluate(async (id) => {
    const other = await window.harness.loadModel('all-minilm-l6-v2', { device: 'wasm' });
    const fault = await window.harness.loadModel(id, { device: 'wasm' }).then(
      () => null,
      ({ code, details }) => ({ code, details }),
    );
    const { data } = await other.embedTexts(['A river bank.']);
    return { fault, again: data.length };
  }, llm);
  expect(fault).toMatchObject({ code: 'model-memory', details: { model: llm } });
  expect(fault?.details.megabytes).toBeGreaterThan(300);
  expect(again).toBe(384);
});

test('WebGPU names the same next tokens', async ({ open }) => {
  const { cases } = llmReferences();
  const { text, top, probabilities } = cases[13];
  const page = await open({ args: gpuArgs });
  const given = await page.evaluate(
    async ({ id, text }) => {
      const model = await window.harness.loadModel(id, { device: 'webgpu', form: 'inside' });
      const found = await model.predict([text], { layers: [30], k: 5 });
      return { top: found?.texts[0].layers[0].top, report: found?.report };
    },
    { id: llm, text },
  );
  expect(given.report).toMatchObject({ device: 'webgpu', reason: 'asked' });
  expect(given.top?.map(({ id }) => id)).toEqual(top);
  expect(mostApart(given.top?.map(({ score }) => score) ?? [], probabilities)).toBeLessThan(1e-3);
});
