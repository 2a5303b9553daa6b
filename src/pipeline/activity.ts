import type { LoadStage } from '../models/embeddingModel.ts';

/** What is going on, for the status line. `done` of `total` are bytes, texts, rows or epochs by kind. */
export type Activity =
  | { readonly kind: 'data' }
  | {
      readonly kind: 'model';
      readonly model: string;
      readonly stage: LoadStage;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'embedding'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'counting';
      readonly stage: 'relations' | 'graph' | 'clusters' | 'training' | 'scorecard' | 'comparison';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'projecting';
      readonly stage: 'neighbours' | 'pca' | 'umap' | 'quality';
      readonly done: number;
      readonly total: number;
    };

/** Something the person should know about a finished map. `details` fill the sentence's blanks. */
export interface Note {
  readonly kind:
    | 'missing-words'
    | 'truncated'
    | 'lines-dropped'
    | 'lines-cut'
    | 'neighbours-clipped'
    | 'pca-instead'
    | 'stopped-early'
    | 'placed'
    | 'engine-instead'
    | 'centre-too-few'
    | 'layer-clipped'
    | 'not-kept'
    | 'word-not-shown'
    | 'word-absent'
    | 'second-word-absent'
    | 'repeated-lines'
    | 'occurrences-missing'
    | 'window-kept'
    | 'word-unread'
    | 'one-occurrence'
    | 'same-words'
    | 'same-start'
    | 'game-refused'
    | 'relation-unknown'
    | 'shared-only'
    | 'joint-is-umap';
  readonly details: Record<string, string | number>;
}
