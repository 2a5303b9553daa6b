import { Fault } from './fault.ts';

/** A person's own texts as they travel in the fragment, which no host receives. */
export interface OwnTexts {
  readonly texts: readonly string[];
  /** Shown beside the bundled points, not instead of them. */
  readonly add: boolean;
}

/** Above this the texts are compressed: a link of 2,000 characters still passes through every chat and mail. */
const COMPRESS_ABOVE = 1500;
/** Safari refuses addresses above 80,000 characters, and nobody can handle one by then. */
const LONGEST = 60_000;
/** What a compressed fragment may unpack to, so that a small link cannot fill the memory. */
const LARGEST_UNPACKED = 8 * 1024 * 1024;

/** A leading `~` marks raw deflate in base64url; encodeURIComponent leaves `~` alone, so plain text escapes it. */
const MARK = '~';

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** What a fragment carries. */
export interface Fragment {
  readonly own: OwnTexts | null;
  /** The lab's sentences as they were typed, one a line, a given sense after a tab; null: the bundled ones. */
  readonly sentences: string | null;
}

/**
 * `#texts=…` (and `&add=1`) for own texts, `#sentences=…` for the lab's, '' for neither.
 * @throws Fault `link-too-long` where even the compressed form is too long for an address.
 */
export async function formatFragment({ own, sentences }: Fragment): Promise<string> {
  const parts: string[] = [];
  if (own && own.texts.length > 0) {
    parts.push(`texts=${await packed(own.texts.join('\n'))}`);
    if (own.add) parts.push('add=1');
  }
  if (sentences !== null) parts.push(`sentences=${await packed(sentences)}`);
  const fragment = parts.join('&');
  if (fragment.length > LONGEST) {
    const lines = (sentences ?? own?.texts.join('\n') ?? '').split('\n');
    throw new Fault('link-too-long', { count: lines.length });
  }
  return fragment && `#${fragment}`;
}

async function packed(text: string): Promise<string> {
  const whole = text.toWellFormed();
  const value = encodeURIComponent(whole).replace(/^~/, '%7E');
  if (value.length <= COMPRESS_ABOVE) return value;
  const { deflateSync } = await import('fflate');
  const short = MARK + toBase64Url(deflateSync(new TextEncoder().encode(whole), { level: 9 }));
  return short.length < value.length ? short : value;
}

/**
 * What a fragment holds.
 * @throws Fault `link-broken` where a compressed text cannot be unpacked.
 */
export async function parseFragment(hash: string): Promise<Fragment> {
  const parts = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? ([part, ''] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
      }),
  );
  const read = async (name: string): Promise<string | null> => {
    const value = parts.get(name);
    if (value === undefined) return null;
    return value.startsWith(MARK) ? unpack(value.slice(1)) : decodeURIComponent(value);
  };
  try {
    const texts = await read('texts');
    const own = texts ? { texts: texts.split(/\r?\n/), add: parts.get('add') === '1' } : null;
    return { own, sentences: await read('sentences') };
  } catch (cause) {
    throw new Fault('link-broken', {}, { cause });
  }
}

async function unpack(packed: string): Promise<string> {
  const { Inflate } = await import('fflate');
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size > LARGEST_UNPACKED) throw new RangeError('unpacks to too much');
    pieces.push(piece);
  });
  inflate.push(fromBase64Url(packed), true);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
