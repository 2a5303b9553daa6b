import type { ContextualCard } from '../modelCard.ts';
import type { ModelFiles } from '../modelTables.ts';
import { OnnxModel, type TextEncoder } from '../onnxModel.ts';
import { availableThreads, type TokenBatch } from '../onnxRuntime.ts';
import { leastCosine, selfCheck } from '../selfCheck.ts';
import { readBert } from './bertWeights.ts';
import { KernelEncoder } from './kernelEncoder.ts';

interface KernelParts {
  readonly card: ContextualCard;
  readonly files: ModelFiles;
  readonly tokenizer: TextEncoder;
}

/**
 * A model's kernels, from its own graph, checked against the card's reference vectors; null where these are not met.
 * Throws where the graph is not one that the kernels know, where the
 * browser has no relaxed SIMD, or what the files throw.
 */
export async function openKernels({ card, files, tokenizer }: KernelParts): Promise<KernelEncoder | null> {
  const bert = readBert(await files.take(card.files.graph), card);
  const kernels = new KernelEncoder(bert, card.graph.hiddenStates, availableThreads());
  files.clear();
  const checked = new OnnxModel(
    card,
    tokenizer,
    {
      report: { device: 'wasm', reason: 'asked', threads: 1, selfCheck: null },
      run: async (batch, outputs) => kernels.run(batch as TokenBatch, outputs),
      dispose: () => {},
    },
    files,
  );
  let isRight = false;
  try {
    isRight = (await selfCheck(checked)) >= leastCosine;
  } finally {
    if (!isRight) kernels.dispose();
  }
  return isRight ? kernels : null;
}
