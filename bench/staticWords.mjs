/** The vectors of a bundled static model, as the app decodes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';

/** The number that 16 bits of a half-precision float stand for. */
function halfValue(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** `{card, words, dim, data}`: all rows of the model, most frequent words first, float32. */
export function staticWords(id) {
  const folder = join(root, 'public', 'models', id);
  const card = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
  const words = readFileSync(join(folder, card.files.vocabulary.path), 'utf8').trimEnd().split('\n');
  const bytes = readFileSync(join(folder, card.files.vectors.path));
  const { rows, layout } = card.vectors;
  const data = new Float32Array(rows * card.dim);
  if (layout === 'rows') {
    for (let at = 0; at < data.length; at++) data[at] = halfValue(bytes.readUInt16LE(at * 2));
  } else {
    for (let at = 0; at < data.length; at++) {
      const scale = bytes.readFloatLE(4 * Math.floor(at / card.dim));
      data[at] = scale * bytes.readInt8(rows * 4 + at);
    }
  }
  return { card, words, dim: card.dim, data };
}
