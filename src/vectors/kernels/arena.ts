import { Fault } from '../../contract/fault.ts';

const PAGE = 65_536;
/** Rows of 16 bytes are what the SIMD loads read; a line of the cache is 64. */
const ALIGN = 64;

/**
 * Pieces of a kernels' memory, given out one after another and taken back all at once from a mark. Pointers stay
 * good when the memory grows; views may not, so ask for them when they are needed.
 */
export class Arena {
  readonly memory: WebAssembly.Memory;
  #top = PAGE;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  /** A pointer to `bytes` bytes, not cleared. Throws Fault `out-of-memory`. */
  allocate(bytes: number): number {
    const at = this.#top;
    const top = at + Math.ceil(bytes / ALIGN) * ALIGN;
    const have = this.memory.buffer.byteLength;
    if (top > have) {
      try {
        this.memory.grow(Math.ceil((top - have) / PAGE));
      } catch (error) {
        throw new Fault('out-of-memory', { message: `${top} bytes for kernels` }, { cause: error });
      }
    }
    this.#top = top;
    return at;
  }

  /** What is given out now; for `release`. */
  mark(): number {
    return this.#top;
  }

  /** Takes back all that was given out after the mark. */
  release(mark: number): void {
    this.#top = mark;
  }

  u8(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, pointer, length);
  }

  i16(pointer: number, length: number): Int16Array {
    return new Int16Array(this.memory.buffer, pointer, length);
  }

  i32(pointer: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, pointer, length);
  }

  f32(pointer: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, pointer, length);
  }

  f64(pointer: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, pointer, length);
  }
}
