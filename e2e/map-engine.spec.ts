import { expect, exportJson, open, ready, test } from './support/app.ts';

const WORDS = ['queen', 'tiger', 'violet', 'berlin', 'kiwi'];

test('own texts are placed into the map, which stays; or laid out with it anew', async ({ page }) => {
  await open(page, '/?lang=en&dims=2');
  const before = await exportJson(page);
  const placesOf = (shown: typeof before) =>
    shown.points.filter(({ group }) => group !== 'own').map(({ id, coordinates }) => ({ id, coordinates }));
  await page.getByTestId('own-texts').fill(WORDS.join('\n'));
  await page.getByRole('switch', { name: 'Show them beside the bundled points' }).check();
  await page.getByTestId('embed').click();
  await ready(page);
  const placed = await exportJson(page);
  expect(placed.points.length).toBe(before.points.length + WORDS.length);
  expect(placesOf(placed)).toEqual(placesOf(before));
  await expect(page.getByText('Placed into the map of the bundled points: 5')).toBeVisible();

  await page.getByRole('switch', { name: 'Leave the map as it is' }).uncheck();
  await ready(page);
  await expect(page).toHaveURL(/added=anew/);
  const anew = await exportJson(page);
  expect(anew.points.length).toBe(placed.points.length);
  expect(placesOf(anew)).not.toEqual(placesOf(before));
});

test('the engine is chosen, and named in the export', async ({ page }) => {
  const link = (engine: string) =>
    `/?lang=en&dims=2&nEpochs=50&engine=${engine}#texts=${WORDS.join('%0A')}%0Acat%0Adog`;
  await open(page, link('umap-js'));
  expect((await exportJson(page)).projection.engine).toBe('umap-js 1.4.0');
  await page.goto('about:blank');
  await open(page, link('wasm'));
  expect((await exportJson(page)).projection.engine).toBe('embedding-explorer 1 (WebAssembly)');
  // no browser of these tests has a graphics card unless it is told to make one up
  await page.goto('about:blank');
  await open(page, link('webgpu'));
  expect((await exportJson(page)).projection.engine).toBe('embedding-explorer 1 (WebAssembly)');
  await expect(page.getByText('The graphics card could not make this map')).toBeVisible();
});
