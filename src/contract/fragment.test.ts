import { describe, expect, test } from 'vitest';
import { formatFragment, parseFragment } from './fragment.ts';

const round = async (texts: string[], add = false) => parseFragment(await formatFragment({ texts, add }));

describe('own texts in the fragment', () => {
  test('short texts stay readable', async () => {
    expect(await formatFragment({ texts: ['cat', '猫'], add: false })).toBe('#texts=cat%0A%E7%8C%AB');
    expect(await formatFragment({ texts: ['cat'], add: true })).toBe('#texts=cat&add=1');
    expect(await formatFragment(null)).toBe('');
    expect(await formatFragment({ texts: [], add: true })).toBe('');
  });

  test.each([[['a & b', 'c=d#e', '100%', '+ +']], [['~tilde', '']], [['😀 é ｆｕｌｌ', '<img onerror=x>']]])(
    '%j comes back',
    async (texts) => {
      expect(await round(texts)).toEqual({ texts, add: false });
    },
  );

  test('long texts are compressed and come back', async () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `第${i}行：银行在河边`);
    const fragment = await formatFragment({ texts, add: true });
    expect(fragment).toMatch(/^#texts=~[\w-]+&add=1$/);
    expect(await parseFragment(fragment)).toEqual({ texts, add: true });
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
    await expect(formatFragment({ texts: noise, add: false })).rejects.toMatchObject({
      code: 'link-too-long',
    });
  });

  test('a broken or bombing fragment is refused', async () => {
    await expect(parseFragment('#texts=%E0%A4%A')).rejects.toMatchObject({ code: 'link-broken' });
    await expect(parseFragment('#texts=~!!!')).rejects.toMatchObject({ code: 'link-broken' });
    const { deflateSync } = await import('fflate');
    const bomb = Buffer.from(deflateSync(new Uint8Array(64 * 1024 * 1024))).toString('base64url');
    await expect(parseFragment(`#texts=~${bomb}`)).rejects.toMatchObject({ code: 'link-broken' });
  });

  test('no texts, none found', async () => {
    expect(await parseFragment('')).toBeNull();
    expect(await parseFragment('#other=1')).toBeNull();
  });
});
