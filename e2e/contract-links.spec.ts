import { expect, exportJson, FEW_WORDS, fewWordsLink, open, ready, test } from './support/app.ts';

test.describe('deep links', () => {
  test('the defaults of each language', async ({ page }) => {
    await open(page, '/?lang=zh');
    expect(await exportJson(page)).toMatchObject({
      view: 'map',
      lang: 'zh',
      model: 'glove-zh-cedict',
      data: 'words-zh',
      device: 'none',
      centre: 'none',
      projection: { method: 'umap', metric: 'cosine', nNeighbors: 15, minDist: 0.1, nEpochs: 500, seed: 42 },
    });
    await open(page, '/?lang=en');
    const english = await exportJson(page);
    expect(english).toMatchObject({
      lang: 'en',
      model: 'glove-6b-50d',
      data: 'words-en',
      format: 'embedding-explorer@1',
    });
    expect(english.points[0].coordinates).toHaveLength(3);
  });

  test('the browser’s language decides where the link says nothing', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await open(page, '/');
    await expect(page.getByTestId('language')).toHaveValue('zh');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await context.close();
  });

  test('every projection parameter reaches the map', async ({ page }) => {
    await open(page, fewWordsLink('&dims=2&metric=euclidean&nNeighbors=4&minDist=0.3&seed=7&nEpochs=60'));
    const umap = await exportJson(page);
    expect(umap.projection).toMatchObject({
      method: 'umap',
      metric: 'euclidean',
      nNeighbors: 4,
      minDist: 0.3,
      seed: 7,
      nEpochs: 60,
    });
    expect(umap.points.map(({ coordinates }) => coordinates.length)).toEqual(FEW_WORDS.map(() => 2));
    expect(umap.data).toBe('own');
    await open(page, `/?lang=en&projector=pca#texts=${FEW_WORDS.slice(0, 8).join('%0A')}`);
    expect((await exportJson(page)).projection.method).toBe('pca');
  });

  test('another seed gives another map, the same link the same coordinates', async ({ page, browser }) => {
    await open(page, fewWordsLink('&seed=7'));
    const first = await exportJson(page);
    const context = await browser.newContext({ viewport: { width: 700, height: 900 } });
    const other = await context.newPage();
    await other.goto(fewWordsLink('&seed=7'));
    await ready(other);
    const again = await exportJson(other);
    expect(again.points).toEqual(first.points);
    await other.goto('about:blank');
    await other.goto(fewWordsLink('&seed=8'));
    await ready(other);
    expect((await exportJson(other)).points).not.toEqual(first.points);
    await context.close();
  });

  test('theme, word and centre', async ({ page }) => {
    await open(page, '/?lang=en&theme=light&word=queen');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.getByTestId('inspector')).toContainText('queen');
    await expect(page.getByTestId('neighbours').getByRole('listitem')).toHaveCount(10);
    await open(page, fewWordsLink('&centre=shown'));
    expect((await exportJson(page)).centre).toBe('shown');
  });

  test('model, device, layer and pooling of a contextual model', async ({ page }) => {
    const texts = ['a river', 'a bank', 'some money', 'a tree', 'a loan', 'the sea', 'a lake'].join('%0A');
    await open(page, `/?lang=en&model=all-minilm-l6-v2&device=wasm&layer=2&pooling=cls#texts=${texts}`);
    expect(await exportJson(page)).toMatchObject({
      model: 'all-minilm-l6-v2',
      device: 'wasm',
      layer: 2,
      pooling: 'cls',
      dim: 384,
    });
    await expect(page.getByTestId('device')).toHaveAttribute('data-device', 'wasm');
    await expect(page.getByTestId('device')).toContainText('You chose this device.');
    const slider = page.getByTestId('layer-slider');
    await expect(slider).toHaveAttribute('type', 'range');
    await slider.fill('0');
    await ready(page);
    expect(new URL(page.url()).searchParams.get('layer')).toBe('table');
    expect((await exportJson(page)).layer).toBe('table');
  });

  test('an illegal value gives the default and says so', async ({ page }) => {
    const wrong = {
      view: 'moon',
      theme: 'pink',
      model: 'gpt-9',
      device: 'abacus',
      data: 'words-fr',
      projector: 'tsne',
      dims: '4',
      metric: 'taxi',
      nNeighbors: '1',
      minDist: '2',
      seed: '-3',
      nEpochs: '0',
      layer: 'x',
      pooling: 'max',
      centre: 'left',
    };
    await open(page, `/?lang=en&${new URLSearchParams(wrong)}`);
    expect(await exportJson(page)).toMatchObject({
      model: 'glove-6b-50d',
      data: 'words-en',
      projection: { seed: 42 },
    });
    const said = (await page.getByTestId('message').allInnerTexts()).join('\n');
    for (const [parameter, value] of Object.entries(wrong)) expect(said).toContain(`${parameter}=${value}`);
  });

  test('changes are written back, and the address read again gives the same view', async ({
    page,
    context,
  }) => {
    await open(page, '/?lang=en');
    await page.getByText('2D', { exact: true }).click();
    await ready(page);
    await page.getByTestId('search').fill('Paris');
    await page.keyboard.press('Enter');
    await ready(page);
    await page.getByRole('button', { name: /Paper \(light\)/ }).click();
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toEqual({
      lang: 'en',
      dims: '2',
      word: 'Paris',
      theme: 'light',
    });
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    await expect(other.getByTestId('inspector')).toContainText('Paris');
    expect(await exportJson(other)).toEqual(await exportJson(page));
  });

  test('own texts travel in the fragment, compressed where they are long', async ({ page, context }) => {
    await open(page, '/?lang=en');
    const words = FEW_WORDS.join('\n');
    await page.getByTestId('own-texts').fill(`${words}\n~ mark & = # %`);
    await page.getByTestId('embed').click();
    await ready(page);
    await expect.poll(() => page.url()).toContain('#texts=cat%0Adog');
    const long = Array.from({ length: 400 }, (_, i) => `${FEW_WORDS[i % 11]} and ${FEW_WORDS[(i * 7) % 11]}`);
    await page.getByTestId('own-texts').fill(long.join('\n'));
    await page.getByTestId('embed').click();
    await ready(page);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#texts=~/);
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    await expect(other.getByTestId('point-count')).toHaveAttribute('data-count', '400');
    await expect(other.getByTestId('own-texts')).toHaveValue(long.join('\n'));
  });
});
