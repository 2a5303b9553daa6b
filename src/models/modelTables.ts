import type { NearestTokens, PositionTable, WorkOptions } from './embeddingModel.ts';
import type { FileShelf } from './fileShelf.ts';
import type { ContextualCard } from './modelCard.ts';
import { nearestTokenRows } from './nearestTokens.ts';
import { readPositionTable } from './positionTable.ts';
import { readTokenRows, type TokenRows } from './tokenRows.ts';

/** The files that a model reads again after it is loaded. */
export type ModelFiles = Pick<FileShelf, 'take' | 'clear' | 'held'>;

/** What a model looks up before it computes: the tables of its tokens and of its positions, read from its own files. */
export class ModelTables {
  readonly #card: ContextualCard;
  readonly #files: ModelFiles;
  #tokens: Promise<TokenRows> | null = null;
  #bytes = 0;

  constructor(card: ContextualCard, files: ModelFiles) {
    this.#card = card;
    this.#files = files;
  }

  /** Bytes of what was read and is kept, and of the files that lie in this thread. */
  get bytes(): number {
    return this.#bytes + this.#files.held;
  }

  /**
   * The token table, read when it is first asked for and kept; null where the card does not describe it. Throws what
   * the files throw; the next question then tries again.
   */
  async tokens(): Promise<TokenRows | null> {
    const { tableRows } = this.#card.graph;
    if (!tableRows) return null;
    this.#tokens ??= this.#read(tableRows);
    try {
      return await this.#tokens;
    } catch (error) {
      this.#tokens = null;
      throw error;
    }
  }

  /** As EmbeddingModel.nearestTokens; `textOf` makes an entry readable. */
  async nearest(
    vectors: Float32Array<ArrayBuffer>,
    k: number,
    textOf: (id: number) => string,
    options: WorkOptions,
  ): Promise<NearestTokens | null> {
    const table = await this.tokens();
    if (!table) return null;
    const found = await nearestTokenRows(table, vectors, k, options);
    return { ...found, texts: Array.from(found.ids, (id) => (id < 0 ? '' : textOf(id))) };
  }

  /** As EmbeddingModel.positionTable. */
  async positions(): Promise<PositionTable | null> {
    const { graph, files } = this.#card;
    if (graph.position?.kind !== 'learned') return null;
    const table = readPositionTable(await this.#files.take(files.graph), graph.position.table);
    this.#files.clear();
    return table;
  }

  async #read(description: NonNullable<ContextualCard['graph']['tableRows']>): Promise<TokenRows> {
    const { id, dim, files } = this.#card;
    const graph = await this.#files.take(files.graph);
    const rows = await readTokenRows(description, dim, graph, (path) => {
      const file = files.weights?.find((weights) => weights.path === path);
      if (!file) throw new RangeError(`${id} has no file ${path}`);
      return this.#files.take(file);
    });
    this.#bytes = rows.bytes;
    this.#files.clear();
    return rows;
  }
}
