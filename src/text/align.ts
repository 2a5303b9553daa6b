import { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { Fault } from '../contract/fault.ts';
import { ByteLevelAligner, byteLevelSchema } from './byteLevel.ts';
import type { Token } from './token.ts';
import { UnigramAligner, unigramSchema } from './unigram.ts';
import { WordPieceAligner, wordPieceSchema } from './wordPiece.ts';

/**
 * Cuts a text into a model's tokens and says where each stands in the original string: the offsets that
 * Python's `tokenizers` gives, in UTF-16 units. There is one for each kind of tokenizer.
 */
export interface Aligner {
  /** The special tokens before and after every text: start = end = -1. */
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** The number of ids: every id is below it. */
  readonly size: number;
  /** The first `limit` tokens of `text`, without special tokens; reads no further than it must. */
  tokens(text: string, limit: number): Token[];
  /** The readable text of an id below `size`. */
  textOf(id: number): string;
}

const kindSchema = v.object({ model: v.object({ type: v.picklist(['WordPiece', 'Unigram', 'BPE']) }) });

/**
 * The aligner for a parsed tokenizer.json. Throws the Fault `asset-corrupt` when it is not one that can be read, or of
 * a kind that has no aligner here.
 */
export function alignerFor(json: unknown): Aligner {
  const { type } = parsed(kindSchema, json).model;
  if (type === 'Unigram') return made(parsed(unigramSchema, json), (file) => new UnigramAligner(file));
  if (type === 'BPE') return made(parsed(byteLevelSchema, json), (file) => new ByteLevelAligner(file));
  const file = parsed(wordPieceSchema, json);
  return made(json as object, (whole) => new WordPieceAligner(file, new Tokenizer(whole, {})));
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  throw new Fault('asset-corrupt', { file: 'tokenizer.json', message: v.summarize(result.issues) });
}

function made<File>(file: File, make: (file: File) => Aligner): Aligner {
  try {
    return make(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Fault('asset-corrupt', { file: 'tokenizer.json', message }, { cause: error });
  }
}
