/** Takes bytes in order and gives their sha256 in lower-case hexadecimal. */
export interface Checksum {
  update(chunk: Uint8Array<ArrayBuffer>): void;
  /** `whole` is everything that was given to `update`, in one piece. */
  finish(whole: Uint8Array<ArrayBuffer>): Promise<string>;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * `crypto.subtle` where the page has it: it hashes at the end, at native speed. On plain http it is missing;
 * then @noble/hashes runs along with the download, so that its slower work hides behind the network.
 */
export async function startChecksum(): Promise<Checksum> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle) {
    return {
      update() {},
      async finish(whole) {
        return hex(new Uint8Array(await subtle.digest('SHA-256', whole)));
      },
    };
  }
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const hash = sha256.create();
  return {
    update: (chunk) => void hash.update(chunk),
    finish: async () => hex(hash.digest()),
  };
}
