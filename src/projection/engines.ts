/** What lays UMAP's points out, as results and exports name it. */
export const UMAP_ENGINE = 'umap-js 1.4.0';
export const KERNEL_UMAP_ENGINE = 'embedding-explorer 1 (WebAssembly)';
export const GPU_UMAP_ENGINE = 'embedding-explorer 1 (WebGPU)';

export type EngineName = typeof UMAP_ENGINE | typeof KERNEL_UMAP_ENGINE | typeof GPU_UMAP_ENGINE | 'pca';
