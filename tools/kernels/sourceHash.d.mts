/** The sha256 of all kernel sources and of the compiler's version, in hex: what kernels.wasm was made from. */
export function sourceHash(module?: string): string;
