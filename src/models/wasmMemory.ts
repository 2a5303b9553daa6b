/** Every WASM memory that was made in this thread since `watchMemories`; they cannot be listed afterwards. */
const made = new Set<WebAssembly.Memory>();
let watching = false;

/**
 * Notes every WebAssembly.Memory that code of this thread makes, or gets from an instance that brings its own, from
 * now on. Call it before the first WASM module is imported: ONNX Runtime makes its memory, jieba exports one.
 */
export function watchMemories(): void {
  if (watching) return;
  watching = true;
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct(target, [descriptor]) {
      const memory = new target(descriptor);
      made.add(memory);
      return memory;
    },
  });
  const { instantiate, instantiateStreaming } = WebAssembly;
  const noted = async (answer: unknown): Promise<never> => {
    const given = (await answer) as WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource;
    const { exports } = 'instance' in given ? given.instance : given;
    for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) made.add(value);
    return given as never;
  };
  WebAssembly.instantiate = (source: BufferSource | WebAssembly.Module, imports?: WebAssembly.Imports) =>
    noted(instantiate(source as BufferSource, imports));
  if (instantiateStreaming) {
    WebAssembly.instantiateStreaming = (source, imports) => noted(instantiateStreaming(source, imports));
  }
}

/** Bytes of all WASM memories noted so far, as large as they have grown. */
export function wasmBytes(): number {
  let bytes = 0;
  for (const memory of made) bytes += memory.buffer.byteLength;
  return bytes;
}
