/** Searching 60,000 to 400,000 vectors for the 10 nearest to one: the index beside a plain loop, and what memory allows. */
import { freshPage, openBrowser, servePage } from './pages.mjs';
import { summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';

const K = 10;
const THREADS = [1, 2, 4];
const WORDS = { kind: 'words', address: '/models/glove-6b-50d/vectors.bin' };
const SIZES = [
  { name: '100 clouds', rows: { kind: 'clouds', clouds: 100, count: 60_000, dim: 150, seed: 42 } },
  { name: 'GloVe, 60,000 words 7 times', rows: { ...WORDS, count: 400_000, dim: 50, seed: 42 } },
  { name: '100 clouds', rows: { kind: 'clouds', clouds: 100, count: 400_000, dim: 300, seed: 42 } },
];
/** Without any neighbours to speak of, the bounds tell least. */
const HARDEST = {
  name: 'one cloud',
  rows: { kind: 'clouds', clouds: 1, count: 400_000, dim: 300, seed: 42 },
};

/** The peer is the app's own plain loop. */
export function versions() {
  return {};
}

/** The share of the exact answer that was found. */
function recallOf(answers, exact) {
  const found = answers.split('\n').map((answer) => answer.split(':')[0].split(',').map(Number));
  const hits = exact.map((rows, query) => rows.filter((row) => found[query].includes(row)).length);
  return hits.reduce((sum, count) => sum + count, 0) / (exact.length * K);
}

async function measureSize(page, { name, rows }, quick) {
  const call = (method, params) => page.evaluate(([how, what]) => searchBench[how](what), [method, params]);
  const { count, dim } = rows;
  console.error(`  ${count} × ${dim}, ${name} …`);
  await call('make', rows);
  const asked = { queries: quick ? 9 : 21, k: K };
  const byThreads = [];
  for (const threads of THREADS) {
    const index = await call('index', { threads });
    const { ms, readMs, readBytes, answers } = await call('search', asked);
    const search = summarise(ms);
    const read = summarise(readMs);
    byThreads.push({
      threads,
      build: index,
      search,
      read,
      readBytes,
      share: read.median / search.median,
      answers,
    });
  }
  const plain = await call('plain', asked);
  const exact = await call('exact', asked);
  const recalls = byThreads.map(({ answers }) => recallOf(answers, exact));
  return {
    name,
    count,
    dim,
    queries: asked.queries,
    threads: byThreads.map(({ answers, ...measured }) => measured),
    plain: summarise(plain.ms),
    bytesPerVector: byThreads[0].build.bytes,
    recall: Math.min(...recalls),
    sameOnAllThreads: byThreads.every(({ answers }) => answers === byThreads[0].answers),
    sameAsPlain: byThreads[0].answers === plain.answers,
  };
}

export async function measureSearch({ quick }) {
  const server = await servePage('search.html', []);
  const browser = await openBrowser();
  try {
    const page = await freshPage(browser, `${server.url}search.html`);
    const sizes = [];
    for (const size of quick ? SIZES : [...SIZES, HARDEST]) sizes.push(await measureSize(page, size, quick));
    return { k: K, sizes };
  } finally {
    await browser.close();
    await server.close();
  }
}

export function searchTable({ k, sizes }) {
  const rows = sizes.flatMap(({ name, count, dim, threads, plain }) => [
    ...threads.map(({ threads: number, build: { ms, longestStep }, search, read, readBytes, share }) => [
      `${count} × ${dim}, ${name}`,
      `index, ${number} ${number > 1 ? 'threads' : 'thread'}`,
      spreadOf(search, 2),
      `${(plain.median / search.median).toFixed(0)}×`,
      (readBytes / read.median / 1e6).toFixed(1),
      `${(100 * share).toFixed(0)}%`,
      ms.toFixed(0),
      longestStep.toFixed(1),
    ]),
    [`${count} × ${dim}, ${name}`, 'plain loop over float32', spreadOf(plain, 1), '', '', '', '', ''],
  ]);
  const notes = sizes.map(
    ({ name, count, dim, queries, recall, bytesPerVector, sameOnAllThreads, sameAsPlain }) =>
      `${count} × ${dim}, ${name}: ${queries} queries, the ${k} nearest; recall ${recall.toFixed(4)}; ` +
      `${bytesPerVector.toFixed(0)} bytes a vector beside its float32; ` +
      `rows and scores ${sameOnAllThreads ? 'the same bits' : 'NOT THE SAME'} on 1, 2 and 4 threads, ` +
      `${sameAsPlain ? 'the same' : 'NOT THE SAME'} as the plain loop’s`,
  );
  return [
    formatTable(
      [
        'search',
        'how',
        'one search, ms',
        'faster',
        'memory, GB/s',
        'of that',
        'index made, ms',
        'longest step',
      ],
      rows,
    ),
    ...notes,
    'int8 rows with a float32 scale and bound each × an int16 query, then the exact score of whatever could be among the best',
    'memory: reading as many bytes as the index has, on the same threads, and nothing else; of that: the share that a whole search reaches',
  ].join('\n');
}
