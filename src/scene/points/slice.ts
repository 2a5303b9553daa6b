/**
 * Points that are packed and sent to the GPU at once: some 2 MB and 3 ms, measured on one core of a server. Maps up to
 * this size change in one frame; of larger ones a frame sends as many slices as fit its time, and one at least.
 */
export const SLICE = 131_072;

/** Milliseconds of a frame that sending may take: a quarter of a frame at 60 a second. */
export const SENDING_MS = 4;
