/** What peerWorker.ts uses of transformers.js 4, so that types are checked without bench/peers installed. */
declare module '@huggingface/transformers' {
  interface Tensor {
    readonly dims: readonly number[];
    readonly data: Float32Array<ArrayBuffer>;
  }
  type FeatureExtraction = (
    texts: readonly string[],
    options: { pooling: 'cls' | 'mean'; normalize: boolean },
  ) => Promise<Tensor>;
  export const env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    localModelPath: string;
    backends: { onnx: { wasm: { wasmPaths: { mjs: string; wasm: string }; numThreads: number } } };
  };
  export function pipeline(
    task: 'feature-extraction',
    model: string,
    options: { device: 'wasm' | 'webgpu'; dtype: 'fp32' },
  ): Promise<FeatureExtraction>;
}
