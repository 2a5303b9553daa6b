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

/**
 * `#texts=…` (and `&add=1`) for own texts, '' for none.
 * @throws Fault `link-too-long` where even the compressed form is too long for an address.
 */
export async function formatFragment(own: OwnTexts | null): Promise<string> {
  if (!own || own.texts.length === 0) return '';
  const joined = own.texts.join('\n').toWellFormed();
  let value = encodeURIComponent(joined).replace(/^~/, '%7E');
  if (value.length > COMPRESS_ABOVE) {
    const { deflateSync } = await import('fflate');
    const packed = MARK + toBase64Url(deflateSync(new TextEncoder().encode(joined), { level: 9 }));
    if (packed.length < value.length) value = packed;
  }
  if (value.length > LONGEST) throw new Fault('link-too-long', { count: own.texts.length });
  return `#texts=${value}${own.add ? '&add=1' : ''}`;
}

/**
 * The own texts of a fragment, or null where it holds none.
 * @throws Fault `link-broken` where the compressed text cannot be unpacked.
 */
export async function parseFragment(hash: string): Promise<OwnTexts | null> {
  const parts = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? ([part, ''] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
      }),
  );
  const value = parts.get('texts');
  if (!value) return null;
  try {
    const joined = value.startsWith(MARK) ? await unpack(value.slice(1)) : decodeURIComponent(value);
    return { texts: joined.split(/\r?\n/), add: parts.get('add') === '1' };
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
