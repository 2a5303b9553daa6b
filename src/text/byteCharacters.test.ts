import { expect, it } from 'vitest';
import { byteCharacter, readableBytes } from './byteCharacters.ts';

function written(...bytes: number[]): string {
  return bytes.map(byteCharacter).join('');
}

it('writes bytes as GPT-2 does', () => {
  expect(written(0x20, 0x0a, 0x00, 0x7f, 0xad, 0x41, 0xe5)).toBe('ĠĊĀġŃAå');
  expect(new Set(Array.from({ length: 256 }, (_, byte) => byteCharacter(byte))).size).toBe(256);
});

it('reads whole characters, and gives the bytes of broken ones', () => {
  expect(readableBytes('Ġapple')).toBe(' apple');
  expect(readableBytes(written(...new TextEncoder().encode('é苹🍎')))).toBe('é苹🍎');
  expect(readableBytes(written(0xe8, 0x8b))).toBe('<0xE8><0x8B>');
  expect(readableBytes(written(0xb9, 0x41, 0xe8, 0x8b, 0xb9, 0xf0))).toBe('<0xB9>A苹<0xF0>');
  expect(readableBytes(written(0xc0, 0x80))).toBe('<0xC0><0x80>');
  expect(readableBytes(written(0xef, 0xbb, 0xbf))).toBe('\ufeff');
});
