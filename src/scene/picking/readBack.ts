import { type FenceCalls, passed } from '../fence.ts';

/** What of WebGL reads pixels back. */
export type ReadCalls = Pick<
  WebGL2RenderingContext,
  | 'PIXEL_PACK_BUFFER'
  | 'STREAM_READ'
  | 'RGBA'
  | 'UNSIGNED_BYTE'
  | 'createBuffer'
  | 'deleteBuffer'
  | 'bindBuffer'
  | 'bufferData'
  | 'readPixels'
  | 'getBufferSubData'
> &
  FenceCalls;

/** So long an answer waits for a moment without frames: on a map that never rests it may then wait for the GPU. */
const PATIENCE_MS = 500;

/**
 * Reads side × side RGBA pixels of the framebuffer that is bound now, without waiting for the GPU. The fence alone does
 * not do: in Chromium reading the buffer runs behind all that was asked since, and frames of a million points took a
 * second there. So it is read when the GPU has also done the frames that were drawn meanwhile.
 * @param frames how many frames have been drawn
 * @throws Error when the context is lost
 */
export async function readBack(
  gl: ReadCalls,
  side: number,
  out: Uint8Array,
  frames: () => number,
  sleep?: (ms: number) => Promise<void>,
): Promise<void> {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, out.byteLength, gl.STREAM_READ);
  gl.readPixels(0, 0, side, side, gl.RGBA, gl.UNSIGNED_BYTE, 0);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  try {
    await drained(gl, frames, sleep);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, out);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  } finally {
    gl.deleteBuffer(buffer);
  }
}

/**
 * Done when the GPU has done all that it was asked for, frames that were drawn meanwhile too.
 * @throws Error when the context is lost
 */
export async function drained(
  gl: FenceCalls,
  frames: () => number,
  sleep?: (ms: number) => Promise<void>,
): Promise<void> {
  let waited = 0;
  for (let known = -1; known !== frames() && waited < PATIENCE_MS; ) {
    known = frames();
    waited += await passed(gl, sleep);
  }
}
