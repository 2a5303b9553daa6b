/** GPT-2 writes a byte as the character of that number if it can be seen, else as one from U+0100 on. */
const characters: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (isVisible(byte)) return String.fromCharCode(byte);
  let before = 0;
  for (let other = 0; other < byte; other++) if (!isVisible(other)) before++;
  return String.fromCharCode(256 + before);
});
const bytes = new Map(characters.map((char, byte) => [char, byte]));
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The character that stands for a byte (0–255) in a byte-level vocabulary: `Ġ` for the space. */
export function byteCharacter(byte: number): string {
  return characters[byte];
}

/**
 * A piece of a byte-level vocabulary as people read it: its bytes as UTF-8, and each byte that is no part of a whole
 * character as `<0xE5>`. A piece with other characters in it is given as it is.
 */
export function readableBytes(piece: string): string {
  const raw: number[] = [];
  for (const char of piece) {
    const byte = bytes.get(char);
    if (byte === undefined) return piece;
    raw.push(byte);
  }
  let text = '';
  for (let at = 0; at < raw.length; ) {
    const width = characterWidth(raw[at]);
    const whole = decoded(raw.slice(at, at + width), width);
    text += whole ?? `<0x${raw[at].toString(16).toUpperCase().padStart(2, '0')}>`;
    at += whole === null ? 1 : width;
  }
  return text;
}

function characterWidth(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function decoded(raw: readonly number[], width: number): string | null {
  if (raw.length < width) return null;
  try {
    return decoder.decode(Uint8Array.from(raw));
  } catch {
    return null;
  }
}

function isVisible(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad);
}
