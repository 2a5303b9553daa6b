import { describe, expect, test } from 'vitest';
import { formatFragment, parseFragment } from './fragment.ts';

type Own = Parameters<typeof formatFragment>[0]['own'];
const format = (own: Own) => formatFragment({ own, sentences: null });
const parse = async (hash: string) => (await parseFragment(hash)).own;
const round = async (texts: string[], add = false) => parse(await format({ texts, add }));

describe('own texts in the fragment', () => {
  test('short texts stay readable', async () => {
    expect(await format({ texts: ['cat', '猫'], add: false })).toBe('#texts=cat%0A%E7%8C%AB');
    expect(await format({ texts: ['cat'], add: true })).toBe('#texts=cat&add=1');
    expect(await format(null)).toBe('');
    expect(await format({ texts: [], add: true })).toBe('');
  });

  test.each([[['a & b', 'c=d#e', '100%', '+ +']], [['~tilde', '']], [['😀 é ｆｕｌｌ', '<img onerror=x>']]])(
    '%j comes back',
    async (texts) => {
      expect(await round(texts)).toEqual({ texts, add: false });
    },
  );

  test('long texts are compressed and come back', async () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `第${i}行：银行在河边`);
    const fragment = await format({ texts, add: true });
    expect(fragment).toMatch(/^#texts=~[\w-]+&add=1$/);
    expect(await parse(fragment)).toEqual({ texts, add: true });
  });

  test('an unpaired surrogate does not break the link', async () => {
    expect(await round(['a\ud800b'])).toEqual({ texts: ['a\ufffdb'], add: false });
  });

  test('too much for a link is refused', async () => {
    let state = 1;
    const noise = Array.from({ length: 20_000 }, () => {
      state = (state * 48271) % 2147483647;
      return state.toString(36);
    });
    await expect(format({ texts: noise, add: false })).rejects.toMatchObject({
      code: 'link-too-long',
    });
  });

  test('a broken or bombing fragment is refused', async () => {
    await expect(parse('#texts=%E0%A4%A')).rejects.toMatchObject({ code: 'link-broken' });
    await expect(parse('#texts=~!!!')).rejects.toMatchObject({ code: 'link-broken' });
    const { deflateSync } = await import('fflate');
    const bomb = Buffer.from(deflateSync(new Uint8Array(64 * 1024 * 1024))).toString('base64url');
    await expect(parse(`#texts=~${bomb}`)).rejects.toMatchObject({ code: 'link-broken' });
  });

  test('no texts, none found', async () => {
    expect(await parse('')).toBeNull();
    expect(await parse('#other=1')).toBeNull();
  });
});

describe('sentences in the fragment', () => {
  test('come back with their tabs, beside own texts or alone', async () => {
    const sentences = '苹果很甜\tfruit\n\n苹果发布手机\tcompany\n';
    const own = { texts: ['cat'], add: false };
    expect(await formatFragment({ own: null, sentences: 'a\tb' })).toBe('#sentences=a%09b');
    for (const fragment of [
      { own: null, sentences },
      { own, sentences },
      { own: null, sentences: '' },
    ]) {
      expect(await parseFragment(await formatFragment(fragment))).toEqual(fragment);
    }
  });

  test('long ones are compressed', async () => {
    const sentences = Array.from({ length: 300 }, (_, i) => `第${i}个苹果很甜`).join('\n');
    const fragment = await formatFragment({ own: null, sentences });
    expect(fragment).toMatch(/^#sentences=~/);
    expect(fragment.length).toBeLessThan(6000);
    expect((await parseFragment(fragment)).sentences).toBe(sentences);
  });
});
