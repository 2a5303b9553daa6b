import { faultFrom, isAbort } from '../contract/fault.ts';
import { measure } from '../pipeline/lab/labMeasures.ts';
import type { LabFrame } from '../pipeline/lab/labResult.ts';
import { likeSentences } from '../pipeline/lab/likeSentences.ts';
import { movedBy } from '../pipeline/lab/movedBy.ts';
import type { WorkHooks } from '../pipeline/modelSessions.ts';
import { layerPlace, useLab } from './labStore.ts';
import { useLink } from './linkStore.ts';
import { askConsent } from './mapStore.ts';
import { useStatus } from './statusStore.ts';

let current: AbortController | null = null;

/** Answers a question about the lab as work that the status line shows; a new question cancels the last. */
async function answer(work: (hooks: WorkHooks) => Promise<void>): Promise<void> {
  current?.abort();
  const controller = new AbortController();
  current = controller;
  const status = useStatus.getState();
  const end = status.begin();
  try {
    await work({ signal: controller.signal, onActivity: status.setActivity, consent: askConsent });
  } catch (error) {
    if (!isAbort(error) && !controller.signal.aborted) status.report(faultFrom(error));
  } finally {
    end();
  }
}

/** The occurrence that is looked at, at the layer that is shown. */
function asked(): { frame: LabFrame; index: number; layer: number } | null {
  const { frame, picked } = useLab.getState();
  if (!frame || picked === null) return null;
  return { frame, index: picked, layer: layerPlace(frame.vectors.layers, useLink.getState().link.layer) };
}

/** Which words of its sentence decide where the chosen occurrence lies. */
export function askWhatMoved(labels: Int32Array): Promise<void> {
  return answer(async (hooks) => {
    const question = asked();
    if (!question) return;
    const { frame, index, layer } = question;
    useLab.setState({ moved: { index, layer, items: null } });
    try {
      const items = await movedBy(frame, index, layer, labels, hooks);
      hooks.signal.throwIfAborted();
      useLab.setState({ moved: { index, layer, items } });
      useLab.getState().tick('moved');
    } catch (error) {
      if (useLab.getState().moved?.items === null) useLab.setState({ moved: null });
      throw error;
    }
  });
}

/** The bundled sentences whose word is most like the chosen occurrence. */
export function askLikeSentences(): Promise<void> {
  return answer(async (hooks) => {
    const question = asked();
    if (!question) return;
    const { frame, index, layer } = question;
    useLab.setState({ like: { index, layer, items: null } });
    try {
      const items = await likeSentences(frame, index, layer, hooks);
      hooks.signal.throwIfAborted();
      useLab.setState({ like: { index, layer, items } });
    } catch (error) {
      if (useLab.getState().like?.items === null) useLab.setState({ like: null });
      throw error;
    }
  });
}

/** Ends the question under way. */
export function stopAsking(): void {
  current?.abort();
}

/** All raw cosine similarities of the lab at a layer (its place among the layers), worked out once. */
export async function similarityOf(vectors: LabFrame['vectors'], layer: number): Promise<Float32Array> {
  const known = useLab.getState().similarity;
  if (known?.of.data === vectors.data && known.layer === layer) return known.matrix;
  const { signal } = new AbortController();
  const matrix = await measure('similarity', { data: vectors.data[layer], dim: vectors.dim }, signal);
  useLab.setState({ similarity: { of: vectors, layer, matrix } });
  return matrix;
}

/** Works the similarities out as something that the person waits for. */
export function wantSimilarity(vectors: LabFrame['vectors'], layer: number): void {
  const end = useStatus.getState().begin('more');
  similarityOf(vectors, layer)
    .catch((error) => {
      if (!isAbort(error)) useStatus.getState().report(faultFrom(error));
    })
    .finally(end);
}
