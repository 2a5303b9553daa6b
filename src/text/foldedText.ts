/** A text in which forms of the same word look alike, with the way back to the text as it was given. */
export interface FoldedText {
  readonly text: string;
  /**
   * Unit i of `text` comes from [starts[i], ends[i]) of the original (UTF-16 units); units of one source
   * character share both.
   */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

// White space as a whole, else a character with its combining marks, so that canonical order is settled inside.
const CLUSTER = /\s+|\P{M}?\p{M}+|\P{M}/uy;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * Folds case (also ß = ss, ς = σ), composed and decomposed accents (NFC = NFD), full-width and plain Latin
 * (ｂａｎｋ = bank), and any run of white space to one space. Accents themselves count: café is not cafe.
 * `convert` is applied first and must keep the length (see `Simplifier.characters`).
 */
export function foldText(text: string, convert?: (text: string) => string): FoldedText {
  const given = convert ? convert(text) : text;
  if (given.length !== text.length) throw new RangeError('the conversion changed the length of the text');
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < given.length; ) {
    const cluster = clusterAt(given, at);
    const form = foldCluster(cluster);
    folded += form;
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(at);
      ends.push(at + cluster.length);
    }
    at += cluster.length;
  }
  return { text: folded, starts, ends };
}

// Most text is plain ASCII and Chinese, which need no regular expression: a fifth of the time.
function clusterAt(text: string, at: number): string {
  const isAlone =
    isPlain(text.charCodeAt(at)) && (at + 1 === text.length || isPlain(text.charCodeAt(at + 1)));
  if (isAlone) return text[at];
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(text)?.[0] ?? text[at];
}

/** Visible ASCII, or a Chinese character of the BMP's main block. */
function isPlain(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && isPlain(cluster.charCodeAt(0))) return cluster.toLowerCase();
  if (/^\s/.test(cluster)) return ' ';
  const plain = cluster.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  // Upper case first, as full case folding has it; but a dotless ı would meet i on the way.
  const cased = plain.replace(/[^ı]/gu, (char) => char.toUpperCase().toLowerCase());
  return cased.replaceAll('ς', 'σ').normalize('NFD');
}
