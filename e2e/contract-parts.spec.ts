import {
  ended,
  expect,
  exportImage,
  exportJson,
  exportVectors,
  FEW_WORDS,
  fewWordsLink,
  open,
  ready,
  test,
} from './support/app.ts';

const cosine = (a: Float32Array, b: Float32Array) => {
  const dot = a.reduce((sum, value, i) => sum + value * b[i], 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
};

test.describe('test ids', () => {
  test('status leaves ready in the same task as an input, and run grows by one', async ({ page }) => {
    await open(page, '/?lang=en');
    const seen = await page.evaluate(async () => {
      const status = () => document.querySelector<HTMLElement>('[data-testid=status]');
      const select = document.querySelector<HTMLSelectElement>('[data-testid=data-select]');
      if (!select) throw new Error('no data-select');
      const before = { state: status()?.dataset.state, run: Number(status()?.dataset.run) };
      const setter = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
      setter?.call(select, 'contexts-en');
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve(); // microtasks still belong to this task
      return { before, after: { state: status()?.dataset.state, run: Number(status()?.dataset.run) } };
    });
    expect(seen.before.state).toBe('ready');
    expect(seen.after).toEqual({ state: 'loading', run: seen.before.run + 1 });
    await ready(page);
    await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '391');
  });

  test('a resting slider keeps the page from ready until its map is there', async ({ page }) => {
    await open(page, fewWordsLink());
    await page.getByText('How it is drawn').click();
    const slider = page.getByLabel('Neighbours a point looks at');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByTestId('status')).toHaveAttribute('data-state', 'loading', { timeout: 200 });
    await ready(page);
    expect((await exportJson(page)).projection.nNeighbors).toBe(10);
    expect(new URL(page.url()).searchParams.get('nNeighbors')).toBe('14');
  });

  test('language, model-select and data-select are native selects of the contract’s ids', async ({
    page,
  }) => {
    await open(page, '/?lang=en');
    const values = (id: string) =>
      page.getByTestId(id).evaluate((node) => {
        if (!(node instanceof HTMLSelectElement)) throw new Error('not a select');
        return [...node.options].map(({ value }) => value);
      });
    expect(await values('language')).toEqual(['zh', 'en']);
    expect((await values('model-select')).sort()).toEqual(
      [
        'all-minilm-l6-v2',
        'bge-small-zh-v1.5',
        'glove-6b-50d',
        'glove-zh-cedict',
        'multilingual-e5-small',
        'smollm2-135m',
      ].sort(),
    );
    expect(await values('data-select')).toEqual([
      'words-zh',
      'words-en',
      'contexts-zh',
      'contexts-en',
      'sentences-zh',
      'sentences-en',
    ]);
    await page.getByTestId('language').selectOption('zh');
    await ready(page);
    await expect(page.getByTestId('status')).toHaveText('就绪');
    expect((await exportJson(page)).data).toBe('words-zh');
  });

  test('search, inspector, neighbours with scores, device', async ({ page }) => {
    await open(page, '/?lang=en');
    await expect(page.getByTestId('device')).toHaveAttribute('data-device', 'none');
    await page.getByTestId('search').fill('king');
    await page.keyboard.press('Enter');
    await ready(page);
    const items = page.getByTestId('neighbours').getByRole('listitem');
    const scores = await items.evaluateAll((nodes) => nodes.map((node) => Number(node.dataset.score)));
    expect(scores).toHaveLength(10);
    expect(scores.every((score, i) => score <= 1 && (i === 0 || score <= scores[i - 1]))).toBe(true);

    const { points } = await exportJson(page);
    const { shape, data } = await exportVectors(page);
    expect(shape).toEqual([points.length, 50]);
    const row = (index: number) => data.subarray(index * 50, (index + 1) * 50);
    const king = points.findIndex(({ text }) => text === 'king');
    const best = points
      .map(({ text }, index) => ({ text, score: index === king ? -2 : cosine(row(king), row(index)) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 10);
    expect(await items.evaluateAll((nodes) => nodes.map((node) => node.dataset.text))).toEqual(
      best.map(({ text }) => text),
    );
    best.forEach(({ score }, i) => {
      expect(scores[i]).toBeCloseTo(score, 4);
    });
  });

  test('own texts replace the points, or join them with “add”', async ({ page }) => {
    await open(page, '/?lang=en');
    const count = () => page.getByTestId('point-count').getAttribute('data-count').then(Number);
    const bundled = await count();
    await page.getByTestId('own-texts').fill(FEW_WORDS.join('\n'));
    await page.getByTestId('embed').click();
    await ready(page);
    expect(await count()).toBe(FEW_WORDS.length);
    await page.getByRole('switch', { name: 'Show them beside the bundled points' }).check();
    await page.getByTestId('embed').click();
    await ready(page);
    expect(await count()).toBe(bundled + FEW_WORDS.length);
    expect((await exportJson(page)).data).toBe('words-en+own');
    await page.getByRole('button', { name: 'Back to the bundled points' }).click();
    await ready(page);
    expect(await count()).toBe(bundled);
  });

  test('10,000 lines', async ({ page }) => {
    test.setTimeout(400_000);
    await open(page, '/?lang=en&projector=pca');
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `${FEW_WORDS[i % 11]} ${FEW_WORDS[(i * 3 + 1) % 11]} ${i % 997}`,
    );
    await page.getByTestId('own-texts').fill(lines.join('\n'));
    await page.getByTestId('embed').click();
    await ready(page, 300_000);
    await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '10000');
  });

  test('pause, resume and stop: pausing changes nothing in the result', async ({ page }) => {
    test.setTimeout(240_000);
    const link = '/?lang=en&seed=5&nEpochs=5000';
    await open(page, link);
    const plain = await exportJson(page);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByTestId('status')).toContainText('settles');
    await page.getByTestId('pause').click();
    await expect(page.getByTestId('status')).toHaveText('Paused');
    await page.waitForTimeout(500);
    await expect(page.getByTestId('status')).toHaveAttribute('data-state', 'loading');
    await page.setViewportSize({ width: 900, height: 700 });
    await page.getByTestId('pause').click();
    await ready(page);
    expect((await exportJson(page)).points).toEqual(plain.points);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('about:blank');
    await page.goto('/?lang=en&seed=5&nEpochs=5000');
    await expect(page.getByTestId('status')).toContainText('settles');
    await page.getByTestId('stop').click();
    await ready(page);
    const stopped = (await exportJson(page)).projection.nEpochs;
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(5000);
    await expect(page.getByTestId('message')).toContainText(
      `stopped early: ${stopped.toLocaleString('en')} of 5,000 rounds`,
    );
  });

  test('exports of a place in a sentence, and a picture', async ({ page }) => {
    await open(page, '/?lang=en&data=contexts-en');
    const { points, quality } = await exportJson(page);
    expect(points).toHaveLength(391);
    for (const { text, sentence, start, end } of points) expect(sentence?.slice(start, end)).toBe(text);
    expect(quality.k).toBe(15);
    expect(quality.trustworthiness).toBeGreaterThan(0.5);
    const picture = await exportImage(page);
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(picture.length).toBeGreaterThan(20_000);
  });

  test('nothing typed: a sentence, and the map stays', async ({ page }) => {
    await open(page, '/?lang=en');
    await page.getByTestId('embed').click();
    await expect(page.getByTestId('message')).toContainText('There is no text to show');
    expect(await ended(page)).toBe('ready');
    await expect(page.getByTestId('point-count')).not.toHaveAttribute('data-count', '0');
  });
});
