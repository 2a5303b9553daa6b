import { GLBufferAttribute } from 'three';

/** What of WebGL fills buffers. */
export type BufferCalls = Pick<
  WebGL2RenderingContext,
  | 'ARRAY_BUFFER'
  | 'DYNAMIC_DRAW'
  | 'FLOAT'
  | 'UNSIGNED_BYTE'
  | 'createBuffer'
  | 'deleteBuffer'
  | 'bindBuffer'
  | 'bufferData'
  | 'bufferSubData'
>;

/**
 * A vertex attribute that lives on the GPU alone. three.js sends a new attribute whole, and keeps its array in the page;
 * this one has room first and is filled part by part, from any array.
 */
export class GpuArray {
  /** For a geometry; another object each time the buffer is another. Null before there is room. */
  attribute: GLBufferAttribute | null = null;
  private buffer: WebGLBuffer | null = null;
  private count = 0;
  private items = 0;

  /** @param width bytes of a component: 4 for floats, 1 for bytes, which reach the shader as 0 to 255 */
  constructor(private readonly width: 1 | 4) {}

  /** Bytes of one point. */
  get stride(): number {
    return this.width * this.items;
  }

  /** Makes room for `count` points of `items` components. What is there is kept if it is the same room, else lost. */
  reserve(gl: BufferCalls, count: number, items: number): void {
    if (this.buffer && count === this.count && items === this.items) return;
    this.free(gl);
    this.buffer = gl.createBuffer();
    this.count = count;
    this.items = items;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferData(gl.ARRAY_BUFFER, count * this.stride, gl.DYNAMIC_DRAW);
    const type = this.width === 4 ? gl.FLOAT : gl.UNSIGNED_BYTE;
    // a lost context gives no buffers: nothing is drawn then either
    if (this.buffer) this.attribute = new GLBufferAttribute(this.buffer, type, items, this.width, count);
  }

  /** Sends the components `from` to `to` (exclusive) of `source` to the place of point `first`. */
  write(gl: BufferCalls, first: number, source: Float32Array | Uint8Array, from: number, to: number): void {
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferSubData(gl.ARRAY_BUFFER, first * this.stride, source, from, to - from);
  }

  free(gl: BufferCalls): void {
    if (this.buffer) gl.deleteBuffer(this.buffer);
    this.forget();
  }

  /** The GPU has lost it. */
  forget(): void {
    this.buffer = null;
    this.attribute = null;
    this.count = 0;
  }
}
