/** The words of the public contract that several layers share. */
export type Device = 'auto' | 'webgpu' | 'wasm';
/** Where a model really runs; `none`: a static model or a precomputed map. */
export type ActualDevice = 'webgpu' | 'wasm' | 'none';
export type Pooling = 'cls' | 'mean' | 'last';
/** `table` is the bare token-embedding look-up, 0 after position, type and LayerNorm, L the last. */
export type Layer = 'table' | number;
export type Metric = 'cosine' | 'euclidean';
export type Projector = 'pca' | 'umap';
/** What lays UMAP's points out: the app's own engine on the CPU or on a GPU, or umap-js for reference. */
export type Engine = 'wasm' | 'webgpu' | 'umap-js';
export type Dims = 2 | 3;
export type Language = 'zh' | 'en';
/** A text in both of the app's languages. */
export type Bilingual = Readonly<Record<Language, string>>;
