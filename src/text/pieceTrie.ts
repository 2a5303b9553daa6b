import { PairTable } from './pairTable.ts';

/** A prefix tree over UTF-16 units whose edges lie in one flat table, not in 250,000 objects. */
export class PieceTrie {
  /** The node where every search begins. */
  static readonly root = 0;
  /** From a node and a unit to the next node. */
  readonly #edges = new PairTable();
  /** The id of the piece that ends at a node, or -1. */
  readonly #ids: number[] = [-1];

  /** Piece i of `pieces` has id i; of equal pieces the last one counts, as in a Rust HashMap. */
  constructor(pieces: readonly string[]) {
    for (const [id, piece] of pieces.entries()) {
      if (piece !== '') this.#ids[this.#insert(piece)] = id;
    }
  }

  /** The node after `node` by `unit`, or -1. */
  next(node: number, unit: number): number {
    return this.#edges.get(node, unit);
  }

  /** The id of the piece that ends at `node`, or -1. */
  idAt(node: number): number {
    return this.#ids[node];
  }

  /** The id of `piece`, or -1. */
  idOf(piece: string): number {
    let node = PieceTrie.root;
    for (let at = 0; at < piece.length && node >= 0; at++) node = this.next(node, piece.charCodeAt(at));
    return node < 0 ? -1 : this.#ids[node];
  }

  #insert(piece: string): number {
    let node = PieceTrie.root;
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      let next = this.#edges.get(node, unit);
      if (next < 0) {
        next = this.#ids.push(-1) - 1;
        this.#edges.set(node, unit, next);
      }
      node = next;
    }
    return node;
  }
}
