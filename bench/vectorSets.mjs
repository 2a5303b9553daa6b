/**
 * The vectors that the projection benches lay out, in files under bench/.cache: n × dim float32. Every row is scaled to
 * length 1, so that cosine and Euclidean distance agree on who is near whom, whatever a side computes with.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, seededNormal } from './random.mjs';
import { staticWords } from './staticWords.mjs';
import { cache, wordVectors } from './wordVectors.mjs';

/** Part of the files' names: other contents, another number. */
const EDITION = 1;
/** Words that all-minilm-l6-v2 embeds. */
const EMBEDDED = 10_000;

/** Data sets by name: what they are, how many rows and numbers a row, and who makes them. */
export const SETS = {
  'minilm-10k': {
    what: '10,000 frequent English words as all-minilm-l6-v2 embeds them',
    count: EMBEDDED,
    dim: 384,
    make: embeddedWords,
  },
  'mixture-60k': {
    what: 'a mixture of 100 clusters, each in 12 to 40 dimensions of its own, seeded',
    count: 60_000,
    dim: 784,
    make: mixture,
  },
  'minilm-100k': {
    what: '100,000 points between pairs of those 10,000 words, seeded',
    count: 100_000,
    dim: 384,
    make: async (count, dim, given) => between(await embeddedWords(EMBEDDED, dim, given), count, dim),
  },
  'glove-10k': { what: 'GloVe, the 10,000 most frequent words', count: 10_000, dim: 50, make: gloveWords },
  'glove-50k': { what: 'GloVe, 50,000 words', count: 50_000, dim: 50, make: gloveWords },
  'cedict-10k': {
    what: 'glove-zh-cedict, the first 10,000 Chinese words',
    count: 10_000,
    dim: 150,
    make: chineseWords,
  },
  'cedict-50k': { what: 'glove-zh-cedict, 50,000 words', count: 50_000, dim: 150, make: chineseWords },
  'noise-10k': { what: 'Gaussian noise, seeded', count: 10_000, dim: 384, make: noise },
  'noise-50k': { what: 'Gaussian noise, seeded', count: 50_000, dim: 128, make: noise },
};

/** Makes a set's file if it is not there: `{name, file, what, count, dim}`. `count` may be cut for a trial. */
export async function vectorSet(name, given, wanted = Number.POSITIVE_INFINITY) {
  const { what, dim, make, ...whole } = SETS[name];
  const count = Math.min(whole.count, wanted);
  return { ...(await cached(name, count, dim, () => make(count, dim, given))), what };
}

/** GloVe-like rows for the growth of cost: its own words up to 60,000, beyond that points between them. */
export function growthSet(count) {
  const dim = 50;
  return cached('growth', count, dim, () => {
    const { data } = staticWords('glove-6b-50d');
    return between(data, count, dim);
  });
}

async function cached(name, count, dim, make) {
  mkdirSync(cache, { recursive: true });
  const own = `${name}-${count}x${dim}-v${EDITION}.f32`;
  const file = join(cache, own);
  if (!existsSync(file)) {
    console.error(`  making ${own} …`);
    const data = unit(await make(), dim);
    // whole or not at all: a run that is stopped here must not leave half a file
    writeFileSync(`${file}.part`, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    renameSync(`${file}.part`, file);
  }
  return { name, file, address: `/vectors/${own}`, count, dim };
}

function unit(data, dim) {
  const rows = new Float32Array(data.length);
  for (let from = 0; from < data.length; from += dim) {
    let sum = 0;
    for (let at = from; at < from + dim; at++) sum += data[at] * data[at];
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let at = from; at < from + dim; at++) rows[at] = data[at] * scale;
  }
  return rows;
}

async function embeddedWords(count, dim, { browser, url }) {
  const bytes = readFileSync(join(cache, await wordVectors(browser, url, count)));
  return new Float32Array(bytes.buffer, bytes.byteOffset, count * dim);
}

function gloveWords(count, dim) {
  return staticWords('glove-6b-50d').data.subarray(0, count * dim);
}

function chineseWords(count, dim) {
  return staticWords('glove-zh-cedict').data.subarray(0, count * dim);
}

/** The rows of `source`, then points that lie between two of its rows, a tenth to half of the way from the first. */
function between(source, count, dim) {
  const known = source.length / dim;
  const random = seeded(11);
  const data = new Float32Array(count * dim);
  data.set(source.subarray(0, Math.min(known, count) * dim));
  for (let row = known; row < count; row++) {
    const a = (row % known) * dim;
    const b = Math.floor(random() * known) * dim;
    const share = 0.1 + 0.4 * random();
    for (let d = 0; d < dim; d++) {
      data[row * dim + d] = source[a + d] + share * (source[b + d] - source[a + d]);
    }
  }
  return data;
}

function noise(count, dim) {
  const normal = seededNormal(5);
  return Float32Array.from({ length: count * dim }, normal);
}

/**
 * 100 clusters of equal size. A centre is normal in 20 dimensions that all share; a cluster spreads normally in 12 to 40
 * directions of its own, 0.5 to 1.5 wide, so that some overlap and some stand apart; and all numbers have noise of 0.02.
 */
function mixture(count, dim) {
  const [clusters, shared] = [100, 20];
  const random = seeded(7);
  const normal = seededNormal(8);
  const directions = (how) =>
    Array.from({ length: how }, () => unit(Float64Array.from({ length: dim }, normal), dim));
  const axes = directions(shared);
  const kinds = Array.from({ length: clusters }, () => {
    const centre = new Float64Array(dim);
    for (const axis of axes) {
      const at = normal();
      for (let d = 0; d < dim; d++) centre[d] += at * axis[d];
    }
    return { centre, width: 0.5 + random(), own: directions(12 + Math.floor(random() * 29)) };
  });
  const data = new Float32Array(count * dim);
  const row = new Float64Array(dim);
  for (let i = 0; i < count; i++) {
    const { centre, width, own } = kinds[i % clusters];
    row.set(centre);
    for (const direction of own) {
      const at = width * normal();
      for (let d = 0; d < dim; d++) row[d] += at * direction[d];
    }
    for (let d = 0; d < dim; d++) data[i * dim + d] = row[d] + 0.02 * normal();
  }
  return data;
}
