import type { ModelId } from '../../contract/deepLink.ts';
import type { EmbeddingModel } from '../../models/embeddingModel.ts';
import { bestRows } from '../../vectors/combination.ts';
import { median } from '../../vectors/median.ts';
import { cosineSimilarity } from '../../vectors/similarity.ts';
import { RECALLED, type TextVectors } from './measures.ts';
import { type RowEmbedder, rowEmbedder, type SetName } from './rowEmbedder.ts';
import { missingOf } from './rowList.ts';
import { type ModelRowKind, rowVectors } from './rowVectors.ts';
import { breath } from './runControl.ts';
import type { ScoreRun } from './runRows.ts';
import type { ScoreAnswer, ScoreQuestion } from './scoreQuestion.ts';
import type { Measure, Metric, ScoreRow } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';
import { makerOf } from './vectorShelf.ts';

/** Texts that are embedded at once: some seconds of the slowest model, after which a pause is heard. */
const CHUNK: Readonly<Record<SetName, number>> = {
  words: 200,
  sentences: 80,
  occurrences: 80,
  questions: 50,
  passages: 50,
};
/** The same of a language model, which takes some 30 milliseconds a token. */
const CHUNK_OF_STATES: Readonly<Record<SetName, number>> = {
  words: 24,
  sentences: 8,
  occurrences: 8,
  questions: 6,
  passages: 4,
};
/** Single texts whose median is the latency, and others before them that are not counted. */
const SINGLES = 20;
const WARM_UP = 3;
/** A question in two stages takes as long as 51 texts. */
const TWO_STAGE_QUESTIONS = 5;

interface RowHooks {
  readonly seed: number;
  put(metrics: ScoreAnswer, facts: Pick<ScoreRow, 'device' | 'versions'>): void;
}

/** Measures what one row lacks. */
export class RowRun {
  readonly #row: ScoreRow;
  readonly #sets: ScoreSets;
  readonly #run: ScoreRun;
  readonly #hooks: RowHooks;
  readonly #missing: Set<Metric>;

  constructor(row: ScoreRow, sets: ScoreSets, run: ScoreRun, hooks: RowHooks) {
    this.#row = row;
    this.#sets = sets;
    this.#run = run;
    this.#hooks = hooks;
    this.#missing = new Set(missingOf(row));
  }

  /** Throws a Fault, or an AbortError once the run is stopped. */
  async finish(): Promise<void> {
    const { kind, model, model2 } = this.#row;
    this.#now(kind === 'bm25' ? 'ndcg' : null);
    if (kind === 'bm25') await this.#words();
    else if (kind === 'two-stage' && model && model2) await this.#twoStages(model, model2);
    else if (kind !== 'two-stage' && model) await this.#oneModel(kind, await this.#run.parts.model(model));
  }

  /** BM25, which counts words and needs no model. */
  async #words(): Promise<void> {
    const { language, questions, passages, answers } = this.#sets;
    this.#put(
      await this.#ask({ kind: 'bm25', language, questions, passages, answers, seed: this.#hooks.seed }),
      [],
    );
  }

  async #oneModel(kind: ModelRowKind, model: EmbeddingModel): Promise<void> {
    const { seed } = this.#hooks;
    const { wordPairs, sentencePairs, relations, groups, senseWords, answers } = this.#sets;
    const maker = makerOf(this.#row);
    const { embedder, own } = rowVectors(this.#row, kind, model, this.#sets);
    const vectors = async (metric: Metric, set: SetName) =>
      own((await this.#embed(maker, embedder, metric, set)).vectors);
    const measure = async (metrics: readonly Metric[], question: () => Promise<ScoreQuestion>) => {
      if (!metrics.some((metric) => this.#missing.has(metric))) return;
      this.#put(await this.#ask(await question()), [model], metrics);
    };
    const fact = (metric: Metric, value: number) => {
      if (this.#missing.has(metric)) this.#put({ [metric]: single(value, 1) }, [model]);
    };

    fact('dim', model.card.dim);
    fact('download', this.#run.parts.download([model]));
    await measure(['words'], async () => ({
      kind: 'words',
      vectors: await vectors('words', 'words'),
      pairs: wordPairs,
      seed,
    }));
    await measure(['analogy'], async () => ({
      kind: 'analogy',
      vectors: await vectors('analogy', 'words'),
      relations,
      seed,
    }));
    await measure(['clusters'], async () => ({
      kind: 'clusters',
      vectors: await vectors('clusters', 'words'),
      groups,
      seed,
    }));
    await measure(['sentences'], async () => ({
      kind: 'sentences',
      vectors: await vectors('sentences', 'sentences'),
      pairs: sentencePairs,
      seed,
    }));
    await measure(['senses'], async () => ({
      kind: 'senses',
      vectors: await vectors('senses', 'occurrences'),
      senseWords,
      seed,
    }));
    await measure(['ndcg', 'recall'], async () => ({
      kind: 'retrieval',
      questions: await vectors('ndcg', 'questions'),
      passages: await vectors('ndcg', 'passages'),
      answers,
      seed,
    }));
    if (this.#missing.has('throughput')) {
      const { n, seconds } = await this.#embed(maker, embedder, 'throughput', 'passages');
      this.#put({ throughput: single(n / seconds, n) }, [model]);
    }
    if (this.#missing.has('latency')) {
      const latency = await this.#run.shelf.latency(maker, () => this.#latency(embedder));
      this.#put({ latency }, [model]);
    }
    // last, when the heap has grown as far as this work lets it
    if (this.#missing.has('memory')) fact('memory', await model.memory());
  }

  /** Recall by the first model, order by the second; both have embedded the set already where their rows are done. */
  async #twoStages(first: ModelId, second: ModelId): Promise<void> {
    const { seed } = this.#hooks;
    const { language, answers } = this.#sets;
    const recalling = await this.#run.parts.model(first);
    const ordering = await this.#run.parts.model(second);
    const models = [recalling, ordering];
    const embedders = [
      rowEmbedder('static', recalling, this.#sets),
      rowEmbedder('contextual', ordering, this.#sets),
    ];
    const ranking = async (id: ModelId, embedder: RowEmbedder) => ({
      questions: (await this.#embed(`${id} ${language}`, embedder, 'ndcg', 'questions')).vectors,
      passages: (await this.#embed(`${id} ${language}`, embedder, 'ndcg', 'passages')).vectors,
    });
    if (this.#missing.has('download')) {
      this.#put({ download: single(this.#run.parts.download(models), 1) }, models);
    }
    if (this.#missing.size === 0) return;
    const one = await ranking(first, embedders[0]);
    if (this.#missing.has('ndcg') || this.#missing.has('recall')) {
      const two = await ranking(second, embedders[1]);
      this.#put(await this.#ask({ kind: 'two-stage', first: one, second: two, answers, seed }), models);
    }
    if (this.#missing.has('latency')) {
      this.#put({ latency: await this.#latencyOfStages(recalling, ordering, one.passages) }, models);
    }
  }

  /** Embeds a list of texts chunk by chunk, from where it was left; each chunk's time is taken by itself. */
  async #embed(maker: string, embedder: RowEmbedder, metric: Metric, set: SetName) {
    const { shelf, control, parts } = this.#run;
    const chunks = this.#row.kind === 'layer' ? CHUNK_OF_STATES : CHUNK;
    const texts = this.#sets[set];
    const growing = shelf.of(maker, set, texts.length);
    // the first call waits for what a language needs, jieba for one
    if (growing.done === 0) {
      await embedder.prepare(set, 0, 1, control.signal);
      await embedder.embed(set, 0, 1, control.signal);
    }
    while (growing.done < growing.n) {
      this.#now(metric, growing.done, growing.n);
      const from = growing.done;
      const to = Math.min(growing.n, from + chunks[set]);
      await breath(control);
      await embedder.prepare(set, from, to, control.signal);
      const began = parts.clock();
      const chunk = await embedder.embed(set, from, to, control.signal);
      const ended = parts.clock();
      control.signal.throwIfAborted();
      growing.add(to - from, chunk, (ended - began) / 1000);
    }
    this.#now(metric, growing.n, growing.n);
    return growing;
  }

  /** The median time of single questions. */
  async #latency(embedder: RowEmbedder): Promise<Measure> {
    const { control, parts } = this.#run;
    this.#now('latency');
    const count = Math.min(this.#sets.questions.length, WARM_UP + SINGLES);
    await embedder.prepare('questions', 0, count, control.signal);
    const times: number[] = [];
    for (let row = 0; row < count; row++) {
      await breath(control);
      const began = parts.clock();
      await embedder.embed('questions', row, row + 1, control.signal);
      times.push(parts.clock() - began);
    }
    const counted = times.slice(Math.min(WARM_UP, count - 1));
    return single(median(counted), counted.length);
  }

  /**
   * The median time of a question in two stages: the first model's vector of the question, the 50 nearest passages by
   * the vectors it made before, then the second model's vectors of the question and of these 50, and their order.
   */
  async #latencyOfStages(
    first: EmbeddingModel,
    second: EmbeddingModel,
    passages: TextVectors,
  ): Promise<Measure> {
    const { control, parts } = this.#run;
    const { signal } = control;
    const { questions, passages: texts } = this.#sets;
    this.#now('latency');
    await first.embedTexts(questions.slice(0, 1), { signal });
    await second.embedTexts(questions.slice(0, 1), { signal });
    const times: number[] = [];
    for (const question of questions.slice(0, TWO_STAGE_QUESTIONS)) {
      await breath(control);
      const began = parts.clock();
      const asked = await first.embedTexts([question], { signal });
      const nearest = bestRows(scoresOf(asked.data, passages), RECALLED, new Set());
      const query = await second.embedTexts([question], { role: 'query', signal });
      const { data, dim } = await second.embedTexts(
        nearest.map((row) => texts[row]),
        { role: 'passage', signal },
      );
      bestRows(scoresOf(query.data, { data, dim }), nearest.length, new Set());
      times.push(parts.clock() - began);
    }
    return single(median(times), times.length);
  }

  async #ask(question: ScoreQuestion): Promise<ScoreAnswer> {
    await breath(this.#run.control);
    return this.#run.parts.measure(question, this.#run.control.signal);
  }

  #put(answer: ScoreAnswer, models: readonly EmbeddingModel[], of: readonly Metric[] = []): void {
    const device = models.at(-1)?.report.device ?? null;
    const versions = Object.fromEntries(models.map(({ card }) => [card.id, versionOf(card)]));
    // what was measured before stays, though it came out of the same work
    const wanted = Object.entries(answer).filter(([metric]) => this.#missing.has(metric as Metric));
    for (const metric of [...Object.keys(answer), ...of]) this.#missing.delete(metric as Metric);
    this.#hooks.put(Object.fromEntries(wanted), { device, versions });
  }

  #now(metric: Metric | null, done = 0, total = 0): void {
    this.#run.onNow({ row: this.#row.id, metric, done, total });
  }
}

/** The checksums of the files that make a model what it is. */
export function versionOf({ files }: EmbeddingModel['card']): string {
  const parts = 'graph' in files ? [files.graph, ...(files.weights ?? [])] : [files.vectors];
  return parts.map(({ sha256 }) => sha256.slice(0, 16)).join('+');
}

function single(value: number, n: number): Measure {
  return { value, low: null, high: null, n, coverage: null };
}

function scoresOf(query: Float32Array, { data, dim }: Pick<TextVectors, 'data' | 'dim'>): Float64Array {
  return Float64Array.from({ length: data.length / dim }, (_, row) =>
    cosineSimilarity(query, data.subarray(row * dim, (row + 1) * dim)),
  );
}
