/**
 * What was downloaded, kept in the browser's Cache API by the sha256 of its content. Where the browser has
 * no such cache (plain http), refuses it (private mode) or has no room, every function answers as if it were
 * empty: the app goes on without.
 */
const cacheName = 'embedding-explorer-assets-1';

/** A cache wants URLs; this one is never requested from any host. */
function keyOf(sha256: string): string {
  return new URL(`/sha256/${sha256}`, globalThis.location?.origin ?? 'http://localhost').href;
}

async function open(): Promise<Cache | null> {
  try {
    return await globalThis.caches.open(cacheName);
  } catch {
    return null;
  }
}

/** Whether a file with this sha256 is kept. Never throws. */
export async function isKept(sha256: string): Promise<boolean> {
  const cache = await open();
  try {
    return (await cache?.match(keyOf(sha256))) !== undefined;
  } catch {
    return false;
  }
}

/** The kept bytes, unverified, or null. Never throws. */
export async function takeKept(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const cache = await open();
  try {
    const response = await cache?.match(keyOf(sha256));
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** Keeps `data`; false where the browser would not (no cache, no room). Never throws. */
export async function keep(sha256: string, data: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const cache = await open();
  if (!cache) return false;
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(data.byteLength) };
  try {
    await cache.put(keyOf(sha256), new Response(data, { headers }));
    return true;
  } catch {
    // a put that ran out of room may leave an entry behind in some browsers
    await evict(sha256);
    return false;
  }
}

/** Forgets a kept file. Never throws. */
export async function evict(sha256: string): Promise<void> {
  const cache = await open();
  try {
    await cache?.delete(keyOf(sha256));
  } catch {
    // nothing can be done, and the next load verifies what it finds
  }
}
