import { Fault } from '../contract/fault.ts';

/** Gives jieba's WebAssembly file. */
export type JiebaSource = () => Promise<ArrayBuffer | Uint8Array<ArrayBuffer>>;

/** Cuts a text into pieces which, put together, are the text again. */
export type Cut = (text: string) => readonly string[];

const FILE = 'jieba_rs_wasm_bg.wasm';
let loading: Promise<Cut> | null = null;

/**
 * jieba (jieba-wasm 2.4.0, from jieba-rs) with its HMM for words that its dictionary lacks, as Python's
 * `jieba.lcut` has by default. 2.8 MB gzipped, fetched at the first call; the first cut unpacks the dictionary,
 * which takes about a second on a slow machine, so call it in a worker. A failed load is tried anew the next
 * time. Throws Fault `asset-unreachable`, `asset-refused` or `asset-corrupt`.
 */
export function loadJieba(source: JiebaSource = fetchJieba): Promise<Cut> {
  if (!loading) {
    loading = open(source);
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

async function open(source: JiebaSource): Promise<Cut> {
  const [jieba, bytes] = await Promise.all([import('jieba-wasm/web'), source()]);
  try {
    await jieba.default({ module_or_path: bytes });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('asset-corrupt', { file: FILE, message }, { cause });
  }
  return (text) => jieba.cut(text, true);
}

async function fetchJieba(): Promise<ArrayBuffer> {
  // by path, since the package's `exports` do not name the file
  const { default: url } = await import('../../node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm?url');
  let response: Response;
  try {
    response = await fetch(url);
    if (response.ok) return await response.arrayBuffer();
  } catch (cause) {
    throw new Fault('asset-unreachable', { file: FILE }, { cause });
  }
  throw new Fault('asset-refused', { file: FILE, status: response.status });
}
