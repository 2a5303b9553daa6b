/** The scene with 10,000 to 1,000,000 points: what each thing that a person does costs the page's own thread. */
import { versionOf } from './environment.mjs';
import { freshPage, openBrowser, servePage } from './pages.mjs';
import { formatTable } from './table.mjs';
import { longTasks, pageTasks, traced } from './trace.mjs';

const SIZES = [10_000, 100_000, 1_000_000];
const QUICK_SIZES = [1_000, 4_000];
/** A step is over when nothing has been drawn for this long (software GL draws a million points in half a second), … */
const quietMs = (count) => (count >= 1_000_000 ? 1500 : count >= 100_000 ? 300 : 220);
/** … or after this long. */
const LONGEST_MS = 10_000;
const REST_MS = 600;
const VIEWPORT = { width: 1440, height: 900 };

export function versions() {
  return { three: versionOf('three'), fiber: versionOf('@react-three/fiber') };
}

/** Bytes that the page holds: JavaScript's heap and the typed arrays beside it. */
async function held(session) {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize, arrays: backingStorageSize ?? 0 };
}

/** Waits until nothing is drawn any more. */
async function quiet(page, count) {
  const end = Date.now() + LONGEST_MS;
  let draws = -1;
  while (Date.now() < end) {
    await page.waitForTimeout(quietMs(count));
    const { draws: now } = await page.evaluate(() => drawingBench.asked());
    if (now === draws) return;
    draws = now;
  }
}

/** What a person does, in this order; each returns when the map is at rest again. */
function stepsOf(page, count) {
  const pause = count > 100_000 ? 400 : 60;
  const middle = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 };
  return {
    'first draw': () => page.evaluate(() => drawingBench.mount()),
    'all points move': () => page.evaluate(() => drawingBench.move()),
    'the map settles, 6 frames': async () => {
      for (let frame = 0; frame < 6; frame++) {
        await page.evaluate(() => drawingBench.move());
        await page.waitForTimeout(120);
      }
    },
    'all colours change': () => page.evaluate(() => drawingBench.recolour()),
    'pointer moves': async () => {
      for (let i = 0; i < 8; i++) {
        await page.mouse.move(middle.x - 150 + i * 37, middle.y - 40 + i * 11);
        await page.waitForTimeout(pause);
      }
    },
    'camera turns': async () => {
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.down();
      for (let i = 0; i < 24; i++) {
        await page.mouse.move(middle.x + i * 8, middle.y + i);
        await page.waitForTimeout(30);
      }
      await page.mouse.up();
    },
    'camera goes near': async () => {
      for (let i = 0; i < 12; i++) {
        await page.mouse.wheel(0, -200);
        await page.waitForTimeout(40);
      }
    },
    'box selects': async () => {
      await page.evaluate(() => drawingBench.mode('box'));
      await page.mouse.move(middle.x - 300, middle.y - 200);
      await page.mouse.down();
      await page.mouse.move(middle.x, middle.y, { steps: 4 });
      await page.mouse.move(middle.x + 300, middle.y + 200, { steps: 4 });
      await page.mouse.up();
    },
  };
}

async function measureSize(browser, url, count) {
  const page = await freshPage(browser, url);
  await page.setViewportSize(VIEWPORT);
  const session = await page.context().newCDPSession(page);
  await page.evaluate((n) => drawingBench.prepare(n, { theme: 'dark', dims: 3 }), count);
  const before = await held(session);
  const asked = () => page.evaluate(() => ({ ...drawingBench.asked(), frames: drawingBench.frames() }));
  const measure = async (act) => {
    const from = await asked();
    const { tasks, walls } = pageTasks(await traced(browser, page, act));
    const to = await asked();
    return {
      longest: Math.max(0, ...tasks),
      long: longTasks(tasks),
      wall: Math.max(0, ...walls),
      busy: tasks.reduce((sum, task) => sum + task, 0),
      drawn: to.frames - from.frames,
      draws: to.draws - from.draws,
      uploaded: to.uploaded - from.uploaded,
    };
  };
  const steps = {};
  let first = null;
  for (const [what, act] of Object.entries(stepsOf(page, count))) {
    steps[what] = await measure(async () => {
      await act();
      await quiet(page, count);
    });
    first ??= { ...(await held(session)), gpu: (await asked()).onGpu };
  }
  steps.rest = await measure(() => page.waitForTimeout(REST_MS));
  const after = { ...(await held(session)), gpu: (await asked()).onGpu };
  const { mostUploaded } = await asked();
  const said = await page.evaluate(() => drawingBench.said());
  const labels = await page.evaluate(() => drawingBench.labels());
  await page.context().close();
  const more = ({ heap, arrays, gpu }) => ({
    gpu,
    arrays: arrays - before.arrays,
    heap: heap - before.heap,
  });
  return { count, steps, said, labels, mostUploaded, first: more(first), after: more(after) };
}

/** What a point costs beyond what every map costs: the difference of two maps by the difference of their points. */
function perPoint(sizes) {
  const [small, large] = [sizes[0], sizes[sizes.length - 1]];
  const of = (when) =>
    Object.fromEntries(
      Object.keys(small[when]).map((kind) => [
        kind,
        (large[when][kind] - small[when][kind]) / (large.count - small.count),
      ]),
    );
  return { from: small.count, to: large.count, first: of('first'), after: of('after') };
}

export async function measureDrawing({ quick }) {
  const server = await servePage('drawing.html', []);
  const browser = await openBrowser({ compositing: true });
  try {
    const sizes = [];
    for (const count of quick ? QUICK_SIZES : SIZES) {
      console.error(`  ${count} points …`);
      sizes.push(await measureSize(browser, `${server.url}drawing.html`, count));
    }
    return { sizes, bytesPerPoint: perPoint(sizes) };
  } finally {
    await browser.close();
    await server.close();
  }
}

export function drawingTable({ sizes, bytesPerPoint }) {
  const ms = (value) => value.toFixed(1);
  const rows = sizes.flatMap(({ count, steps }) =>
    Object.entries(steps).map(([what, step]) => [
      String(count),
      what,
      ms(step.longest),
      String(step.long),
      ms(step.wall),
      ms(step.busy),
      String(step.drawn),
      step.drawn ? ms(step.busy / step.drawn) : '–',
      step.drawn ? (step.draws / step.drawn).toFixed(1) : '–',
      (step.uploaded / 1e6).toFixed(1),
    ]),
  );
  const notes = sizes.map(
    ({ count, mostUploaded, labels, said }) =>
      `${count} points: largest upload at once ${(mostUploaded / 1e6).toFixed(2)} MB; ${labels} labels; ` +
      `the pointer was answered ${said.hovers} times; the box held ${said.inside} points`,
  );
  const { from, to, first, after } = bytesPerPoint;
  const bytes = ({ gpu, arrays, heap }) =>
    `${ms(gpu)} on the GPU, ${ms(arrays)} in arrays of the page, ${ms(heap)} in its heap`;
  return [
    formatTable(
      [
        'points',
        'what',
        'longest task, ms',
        'over 50 ms',
        'by the clock, ms',
        'all tasks, ms',
        'frames',
        'ms a frame',
        'calls a frame',
        'uploaded, MB',
      ],
      rows,
    ),
    ...notes,
    `bytes a point, of ${to} over ${from} points: ${bytes(first)} when first drawn; ${bytes(after)} in the end`,
    'thread time of the page’s own thread; by the clock a task also waits for the process in which software GL draws; frame rates of a real GPU are not measured',
  ].join('\n');
}
