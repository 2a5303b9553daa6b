import type { Page, Route } from '@playwright/test';
import { ended, expect, exportJson, FEW_WORDS, fewWordsLink, open, ready, test } from './support/app.ts';

const points = (page: Page) => page.getByTestId('point-count').getAttribute('data-count');
const said = (page: Page) =>
  page
    .getByTestId('message')
    .allInnerTexts()
    .then((all) => all.join(' | '));

test.describe('bad input', () => {
  test('hostile, odd and empty lines are only text', async ({ page }) => {
    await open(page, '/?lang=en');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    const lines = [
      '<img src=x onerror=alert(1)> cat',
      '{{7*7}} dog $' + '{alert(1)}',
      'a\ud800b lion',
      '',
      '   ',
      'tiger \u202e reversed',
      '👨‍👩‍👧‍👦 red 🇨🇳',
      'red',
      'red',
    ];
    await page.getByTestId('own-texts').evaluate((area, text) => {
      (area as HTMLTextAreaElement).value = text;
    }, lines.join('\r\n'));
    await page.getByTestId('embed').click();
    await ready(page);
    expect(await points(page)).toBe('7');
    await page.getByTestId('search').fill('onerror');
    await page.keyboard.press('Enter');
    await ready(page);
    await expect(page.getByTestId('inspector')).toContainText('<img src=x onerror=alert(1)> cat');
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(dialogs).toEqual([]);
  });

  test('a line of 100,000 characters is cut, and the page says so', async ({ page }) => {
    await open(page, '/?lang=en');
    await page.getByTestId('own-texts').fill(`${'cat dog '.repeat(12_500)}\nred\nblue`);
    await page.getByTestId('embed').click();
    await ready(page);
    expect(await said(page)).toContain('Very long lines that were cut: 1.');
    expect(await points(page)).toBe('3');
  });

  for (const n of [1, 2, 3, 4, 5]) {
    test(`${n} points make a map`, async ({ page }) => {
      await open(page, `/?lang=en#texts=${FEW_WORDS.slice(0, n).join('%0A')}`);
      const { points: shown, projection } = await exportJson(page);
      expect(shown).toHaveLength(n);
      expect(shown.every(({ coordinates }) => coordinates.every(Number.isFinite))).toBe(true);
      expect(projection.method).toBe(n < 5 ? 'pca' : 'umap');
    });
  }

  test('words that no model knows: a sentence, and the map before stays', async ({ page }) => {
    await open(page, '/?lang=en');
    const before = await points(page);
    await page.getByTestId('own-texts').fill('zzqqx\nqqzzx');
    await page.getByTestId('embed').click();
    expect(await ended(page)).toBe('error');
    expect(await said(page)).toContain('knows no word of what you typed');
    expect(await points(page)).toBe(before);
    await page.getByTestId('own-texts').fill('cat\ndog\nlion');
    await page.getByTestId('embed').click();
    await ready(page);
    expect(await points(page)).toBe('3');
  });

  test('a broken fragment is refused, the bundled points are shown', async ({ page }) => {
    await open(page, '/?lang=en#texts=~broken');
    expect(await said(page)).toContain('cannot be read');
    expect(Number(await points(page))).toBeGreaterThan(1000);
  });
});

test.describe('a poor machine', () => {
  test('no WebGL: the table, and a sentence', async ({ page }) => {
    await page.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return /webgl/.test(kind) ? null : Reflect.apply(get, this, [kind, ...rest]);
      } as typeof get;
    });
    await open(page, '/?lang=en');
    expect(await said(page)).toContain('cannot draw in 3D');
    await expect(page.getByRole('table')).toBeVisible();
    await page.getByRole('button', { name: 'red', exact: true }).click({ timeout: 10_000 });
    await ready(page);
    await expect(page.getByTestId('inspector')).toContainText('Colours');
  });

  test('plain http to another host: no caches, no crypto.subtle, one thread, and it works', async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const port = new URL(test.info().project.use.baseURL ?? '').port;
    const { launchOptions } = test.info().project.use;
    const classroom = await browser.browserType().launch({
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP classroom.test 127.0.0.1'],
    });
    const page = await classroom.newPage({ locale: 'en-US' });
    await page.goto(
      `http://classroom.test:${port}/?lang=en&model=all-minilm-l6-v2#texts=a%0Ab%0Ac%0Ad%0Ae%0Af`,
    );
    expect(
      await page.evaluate(() => [isSecureContext, 'caches' in window, !!crypto.subtle, crossOriginIsolated]),
    ).toEqual([false, false, false, false]);
    await ready(page, 200_000);
    await expect(page.getByTestId('device')).toContainText('1 thread');
    await expect(page.getByTestId('device')).toContainText('On one thread only');
    expect((await exportJson(page)).points).toHaveLength(6);
    await classroom.close();
  });

  test('a host without isolation headers: the service worker supplies them', async ({ page }) => {
    const withoutHeaders = async (route: Route) => {
      const response = await route.fetch();
      const headers = response.headers();
      delete headers['cross-origin-opener-policy'];
      delete headers['cross-origin-embedder-policy'];
      await route.fulfill({ response, headers });
    };
    await page.route(/localhost:\d+\/(\?.*)?$/, withoutHeaders);
    await page.goto('/?lang=en');
    await ready(page);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  });
});

test.describe('downloads that go wrong', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  const link = '/?lang=en&model=glove-6b-50d';

  const spoiled: [string, string, (route: Route) => Promise<void>][] = [
    [
      'truncated',
      'arrived damaged',
      async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        await route.fulfill({
          status: 200,
          contentType: 'application/octet-stream',
          body: body.subarray(0, body.length / 2),
        });
      },
    ],
    [
      'altered',
      'arrived damaged',
      async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        body[1000] ^= 0xff;
        await route.fulfill({ status: 200, contentType: 'application/octet-stream', body });
      },
    ],
    ['missing', 'did not give', (route) => route.fulfill({ status: 404, body: 'no' })],
    ['offline', 'could not be fetched', (route) => route.abort('internetdisconnected')],
  ];
  for (const [name, sentence, spoil] of spoiled) {
    test(`a ${name} model file: a sentence, the map stays, and the next try works`, async ({
      page,
      context,
    }) => {
      await open(page, link);
      const before = await points(page);
      await context.route('**/vectors.bin', spoil);
      await page.getByTestId('own-texts').fill('cat\ndog\nlion');
      await page.getByTestId('embed').click();
      expect(await ended(page)).toBe('error');
      expect(await said(page)).toContain(sentence);
      expect(await points(page)).toBe(before);
      await context.unroute('**/vectors.bin');
      await page.getByRole('button', { name: 'Try again' }).click();
      await ready(page);
      expect(await points(page)).toBe('3');
    });
  }

  test('a broken card, a broken data file', async ({ page }) => {
    await page.route('**/glove-6b-50d/model.json', (route) => route.fulfill({ json: { id: 'x' } }));
    await page.goto(fewWordsLink());
    expect(await ended(page)).toBe('error');
    expect(await said(page)).toContain('not valid');
    await page.goto('about:blank');
    await page.route('**/data/words-en.json', (route) => route.fulfill({ json: { groups: 3 } }));
    await page.goto('/?lang=en');
    expect(await ended(page)).toBe('error');
    expect(await said(page)).toContain('not in the expected form');
  });

  test('a model that gives wrong vectors is refused, and the map stays', async ({ page }) => {
    await page.route('**/all-minilm-l6-v2/model.json', async (route) => {
      const card = await (await route.fetch()).json();
      for (const probe of card.probe) probe.vector.reverse();
      await route.fulfill({ json: card });
    });
    await open(page, '/?lang=en');
    const before = await points(page);
    await page.getByTestId('model-select').selectOption('all-minilm-l6-v2');
    expect(await ended(page)).toBe('error');
    expect(await said(page)).toContain('gives wrong vectors in this browser');
    expect(await points(page)).toBe(before);
    await page.getByTestId('model-select').selectOption('glove-6b-50d');
    await ready(page);
  });

  test('a part of the page that cannot be fetched: a sentence in its place, the rest goes on, and the next try works', async ({
    page,
  }) => {
    await page.route(/\/assets\/(SemanticMap|ScorecardView|HelpDialog)-/, (route) =>
      route.abort('internetdisconnected'),
    );
    await page.goto('/?lang=en');
    expect(await ended(page)).toBe('error');
    expect(await said(page)).toContain('A part of the app could not be fetched');
    // what needs no scene works: own texts are embedded, and counted
    await page.getByTestId('own-texts').fill('cat\ndog\nlion');
    await page.getByTestId('embed').click();
    expect(await ended(page)).toBe('error');
    await expect.poll(() => points(page)).toBe('3');
    await page.getByRole('button', { name: 'How to use it', exact: true }).click();
    await expect(page.getByTestId('message')).toHaveCount(2);
    await page.unroute(/\/assets\/(SemanticMap|ScorecardView|HelpDialog)-/);
    await page.route(/\/assets\/ScorecardView-/, (route) => route.abort('internetdisconnected'));
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await ready(page);
    await expect(page.locator('canvas').first()).toBeVisible();
    // a dialog is opened anew, or done without
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Scorecard', exact: true }).click();
    expect(await ended(page)).toBe('error');
    await expect(page.getByTestId('message').last()).toContainText('A part of the app could not be fetched');
    await page.unroute(/\/assets\/ScorecardView-/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await ready(page);
    await expect(page.getByTestId('score-table')).toBeVisible();
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(page.locator('canvas').first()).toBeVisible();
    expect(await points(page)).toBe('3');
  });

  test('a second visit downloads no model again', async ({ page }) => {
    await open(page, fewWordsLink());
    const fetched: string[] = [];
    page.context().on('request', (request) => {
      if (/vectors\.bin|vocabulary\.txt/.test(request.url())) fetched.push(request.url());
    });
    await page.goto('about:blank');
    await open(page, fewWordsLink());
    expect(fetched).toEqual([]);
  });

  test('where the browser asks to save data, a download waits for a yes', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await open(page, '/?lang=en&word=queen');
    await expect(page.getByTestId('inspector')).toContainText('asks to save data');
    await page.getByTestId('own-texts').fill('cat\ndog\nlion');
    await page.getByTestId('embed').click();
    await page.getByRole('button', { name: 'Not now' }).click();
    expect(await ended(page)).toBe('error');
    expect(await said(page)).toContain('was not downloaded');
    expect(Number(await points(page))).toBeGreaterThan(1000);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Download' }).click();
    await ready(page);
    expect(await points(page)).toBe('3');
  });
});

test('no model, tokenizer or runtime is requested before the first map', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await open(page, '/?lang=en');
  expect(
    requested.filter((path) => /\.(onnx|bin|wasm)$|tokenizer|vocabulary|jieba|ort[.-]/.test(path)),
  ).toEqual([]);
  expect(requested.some((path) => path.endsWith('first-map-words-en.json'))).toBe(true);
});
