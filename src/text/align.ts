import type { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { Fault } from '../contract/fault.ts';
import type { Token } from './token.ts';
import { WordPieceAligner, wordPieceSchema } from './wordPiece.ts';

/**
 * Cuts a text into a model's tokens and says where each stands in the original string: the offsets that
 * Python's `tokenizers` gives, in UTF-16 units. There is one for each kind of tokenizer.
 */
export interface Aligner {
  /** The first `limit` tokens of `text`, without special tokens; reads no further than it must. */
  tokens(text: string, limit: number): Token[];
}

/**
 * The aligner for a parsed tokenizer.json. `library` holds the same file's vocabulary and splits words.
 * Throws the Fault `asset-corrupt` for a kind of tokenizer that has no aligner here.
 */
export function alignerFor(json: unknown, library: Tokenizer): Aligner {
  const wordPiece = v.safeParse(wordPieceSchema, json);
  if (wordPiece.success) return new WordPieceAligner(wordPiece.output, library);
  throw new Fault('asset-corrupt', {
    file: 'tokenizer.json',
    message: v.summarize(wordPiece.issues),
  });
}
