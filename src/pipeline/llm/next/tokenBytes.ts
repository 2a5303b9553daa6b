import { byteCharacter } from '../../../text/byteCharacters.ts';

const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [byteCharacter(byte), byte]));

/** The UTF-8 bytes that a piece of a byte-level vocabulary stands for; null where it is no such piece. */
export function tokenBytes(piece: string): number[] | null {
  const found: number[] = [];
  for (const character of piece) {
    const byte = bytes.get(character);
    if (byte === undefined) return null;
    found.push(byte);
  }
  return found;
}
