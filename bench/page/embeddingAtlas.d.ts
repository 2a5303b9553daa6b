/** What umapPeersWorker.ts uses of embedding-atlas, so that types are checked without bench/peers installed. */
declare module 'embedding-atlas/umap' {
  interface UMAP {
    readonly epoch: number;
    /** n × dims; the buffer is used again. */
    readonly embedding: Float32Array;
    /** n × nNeighbors, the point itself first. */
    readonly knnIndices: Int32Array;
    run(): Promise<void>;
    destroy(): void;
  }
  interface UMAPOptions {
    metric?: 'euclidean' | 'cosine';
    nNeighbors?: number;
    minDist?: number;
    nEpochs?: number;
    seed?: number;
  }
  export function createUMAP(
    count: number,
    inputDim: number,
    outputDim: number,
    data: Float32Array,
    options: UMAPOptions,
  ): Promise<UMAP>;
}
