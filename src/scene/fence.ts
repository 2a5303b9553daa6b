/** What of WebGL says when the GPU is done. */
export type FenceCalls = Pick<
  WebGL2RenderingContext,
  | 'SYNC_GPU_COMMANDS_COMPLETE'
  | 'TIMEOUT_EXPIRED'
  | 'WAIT_FAILED'
  | 'fenceSync'
  | 'deleteSync'
  | 'clientWaitSync'
  | 'flush'
>;

/** Milliseconds between two looks at a fence. */
const POLL_MS = 4;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Done when the GPU has done all that it was asked for until now.
 * @param firstMs how long not to look: each look takes time of software GL
 * @returns milliseconds slept
 * @throws Error when the context is lost
 */
export async function passed(
  gl: FenceCalls,
  sleep: (ms: number) => Promise<void> = pause,
  firstMs = 0,
): Promise<number> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) throw new Error('the context is lost');
  gl.flush();
  try {
    let slept = 0;
    for (let wait = Math.max(POLL_MS, firstMs); ; wait = POLL_MS) {
      await sleep(wait);
      slept += wait;
      const state = gl.clientWaitSync(fence, 0, 0);
      if (state === gl.WAIT_FAILED) throw new Error('the context is lost');
      if (state !== gl.TIMEOUT_EXPIRED) return slept;
    }
  } finally {
    gl.deleteSync(fence);
  }
}
