import { expect, exportJson, FEW_WORDS, open, test } from './support/app.ts';
import { gpuArgs } from './support/models.ts';

test.describe.configure({ timeout: 300_000 });
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...gpuArgs] });
  },
});

test('the same model on WASM and on WebGPU: the same neighbours', async ({ page }) => {
  const texts = encodeURIComponent(FEW_WORDS.join('\n'));
  const model = 'model=all-minilm-l6-v2&model2=all-minilm-l6-v2&device=wasm&device2=webgpu';
  await open(page, `/?view=compare&lang=en&projector=pca&dims=2&${model}#texts=${texts}`);
  const { result, device } = await exportJson(page);
  expect(device).toBe('wasm');
  expect(result?.right?.device).toBe('webgpu');
  expect(result?.neighbourOverlap).toBeGreaterThanOrEqual(0.99);
  expect(result?.cka).toBeGreaterThan(0.9999);
});
