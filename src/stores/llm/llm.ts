import { buildLlm } from '../../pipeline/llm/buildLlm.ts';
import { type LlmRequest, llmRequestOf } from '../../pipeline/llm/llmRequest.ts';
import type { LlmResult } from '../../pipeline/llm/llmResult.ts';
import { drive } from '../viewDriver.ts';
import { useLlm } from './llmStore.ts';

/** Follows the link as long as its view is this one. */
export function startLlm(): void {
  drive<LlmRequest, LlmResult, LlmResult>({
    view: 'llm',
    requestOf: ({ link, inside }) => llmRequestOf(link, inside.llm),
    typedOf: ({ asked }) => ({
      kind: asked.face,
      typed: asked.face === 'future' ? asked.sentences : asked.text,
    }),
    lookOf: ({ show, theme, layer, at, head, colour }) => [show, theme, layer, at, head, colour],
    build: buildLlm,
    job: () => useLlm.getState().job,
    take: (job) => useLlm.setState({ job }),
    show: (frame) => useLlm.setState({ frame }),
    finish: (result) => useLlm.setState({ frame: result, result, hovered: null, picked: null, token: null }),
    fail: () => useLlm.setState(({ result }) => ({ frame: result })),
  });
}
