/**
 * Makes the maps that the first screen shows before any model is loaded: `npm run first-map`. Runs the app's own
 * code on the bundled words (all lists, or those named on the command line) and their static models, with the contract's default settings, in 2 and 3 dimensions.
 * Writes public/data/first-map-<data>.json and …-neighbours.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const publicFolder = fileURLToPath(new URL('../../public/', import.meta.url));
const HOME = { 'words-zh': 'glove-zh-cedict', 'words-en': 'glove-6b-50d' };

const server = await createServer({
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: 'custom',
  logLevel: 'warn',
});
try {
  const [{ projectSteps }, { wordItems }, { makeStaticModel }, { DEFAULT_PROJECTION }] = await Promise.all(
    [
      '/src/projection/project.ts',
      '/src/text/dataItems.ts',
      '/src/models/staticParts.ts',
      '/src/pipeline/mapRequest.ts',
    ].map((path) => server.ssrLoadModule(path)),
  );
  const asked = process.argv.slice(2);
  for (const [data, id] of Object.entries(HOME)) {
    if (asked.length === 0 || asked.includes(data)) await build(data, id);
  }

  async function build(data, id) {
    const { items } = wordItems(JSON.parse(readFileSync(`${publicFolder}data/${data}.json`, 'utf8')));
    const folder = `${publicFolder}models/${id}/`;
    const card = JSON.parse(readFileSync(`${folder}model.json`, 'utf8'));
    const bytes = (file) => new Uint8Array(readFileSync(folder + file.path));
    const model = makeStaticModel(card, bytes(card.files.vectors), bytes(card.files.vocabulary), {
      cached: false,
      origins: async () => null,
    });
    const vectors = await model.embedTexts(items.map(({ text }) => text));
    if (vectors.missing.length > 0) {
      const words = vectors.missing.map((index) => items[index].text);
      throw new Error(`${id} lacks words of ${data}: ${words.join(', ')}`);
    }
    const { projector: method, nEpochs, ...settings } = DEFAULT_PROJECTION;
    const project = (dims) =>
      run(
        projectSteps(
          { ...settings, method, nEpochs: nEpochs ?? undefined, dims, data: vectors.data, dim: vectors.dim },
          { stopped: false },
        ),
      );
    const results = [3, 2].map(project);
    const maps = results.map(({ coordinates, dims, engine, settings: used, quality, preservation }) => ({
      dims,
      projection: {
        method: used.method,
        engine,
        metric: used.metric,
        nNeighbors: used.nNeighbors,
        minDist: used.minDist,
        nEpochs: used.nEpochs,
        seed: used.seed,
      },
      quality,
      coordinates: base64(coordinates),
      // fifteenths of a whole: a byte a point
      preservation: base64(Uint8Array.from(preservation, (share) => Math.round(share * quality.k))),
    }));
    write(`first-map-${data}.json`, {
      format: 'first-map@1',
      model: id,
      data,
      dim: vectors.dim,
      n: items.length,
      maps,
    });
    const { k, indices, distances } = results[0].neighbours;
    write(`first-map-${data}-neighbours.json`, {
      format: 'first-map-neighbours@1',
      k,
      indices: base64(Uint16Array.from(indices)),
      distances: base64(distances),
    });
    for (const { dims, quality } of maps) console.log(data, `${dims}D`, quality);
  }
} finally {
  await server.close();
}

/** The value that a generator of steps returns. */
function run(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function base64(array) {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

function write(name, value) {
  const text = JSON.stringify(value);
  writeFileSync(`${publicFolder}data/${name}`, `${text}\n`);
  console.log(`${name}: ${text.length} bytes`);
}
