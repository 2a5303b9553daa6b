/** Traditional Chinese to simplified. */
export interface Simplifier {
  /** By phrases, then by characters, as OpenCC's t2s: 乾坤 stays, 乾燥 → 干燥. The length may change. */
  readonly text: (text: string) => string;
  /** Character by character, the length in UTF-16 units kept, so that places stay valid. */
  readonly characters: (text: string) => string;
}

let loading: Promise<Simplifier> | null = null;

/**
 * OpenCC's dictionaries (opencc-js 1.4.2, `to/cn`: TSPhrases and TSCharacters), loaded when first needed: 23.5 kB
 * gzipped in two chunks (dictionaries 21.5, core 2.0; the package's whole t2cn.js is 109 kB raw). It uses neither eval nor `new Function`. A failed load is tried anew the next time.
 */
export function loadSimplifier(): Promise<Simplifier> {
  if (!loading) {
    loading = open();
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

async function open(): Promise<Simplifier> {
  const [{ ConverterFactory }, { default: steps }] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/to/cn'),
  ]);
  const single = new Map<string, string>();
  for (const entry of steps[0][1].split('|')) {
    const [from, to] = entry.split(' ');
    if (from.length === to.length) single.set(from, to);
  }
  return {
    text: ConverterFactory(steps),
    characters: (text) => Array.from(text, (char) => single.get(char) ?? char).join(''),
  };
}
