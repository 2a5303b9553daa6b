/** What the page asks of the worker that runs transformers.js. */
export interface PeerMethods {
  load: {
    params: {
      model: string;
      device: 'wasm' | 'webgpu';
      threads: number;
      base: string;
      pooling: 'cls' | 'mean';
    };
    result: null;
    progress: never;
  };
  embed: { params: { texts: readonly string[] }; result: Float32Array<ArrayBuffer>; progress: never };
}
