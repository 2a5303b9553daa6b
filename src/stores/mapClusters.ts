import { faultFrom, isAbort } from '../contract/fault.ts';
import { findClusters } from '../pipeline/clusters/findClusters.ts';
import type { MapResult } from '../pipeline/mapResult.ts';
import { useClusters } from './clusterStore.ts';
import { useLink } from './linkStore.ts';
import { askConsent, useMap } from './mapStore.ts';
import { useSelection } from './selectionStore.ts';
import { useStatus } from './statusStore.ts';

let current: AbortController | null = null;
let lastResult: MapResult | null = null;
let lastKey = '';

/** Finds the clusters of the map that is shown, where the link asks for them. */
function follow(): void {
  const { link } = useLink.getState();
  const { result, job } = useMap.getState();
  if (link.view !== 'map' || link.colour !== 'found') {
    current?.abort();
    if (lastKey !== '') useSelection.getState().showAllGroups();
    lastKey = '';
    return;
  }
  if (!result || job) return;
  const key = JSON.stringify([link.k, link.seed]);
  if (result === lastResult && key === lastKey) return;
  lastResult = result;
  lastKey = key;
  current?.abort();
  current = new AbortController();
  void find(result, link.k, link.seed, current.signal);
}

async function find(result: MapResult, k: number | null, seed: number, signal: AbortSignal): Promise<void> {
  const status = useStatus.getState();
  // the map's own work, where it has just ended, has begun the run
  const end = status.begin(status.outstanding > 0 ? 'more' : undefined);
  try {
    const { data, dim } = await result.vectors({
      signal,
      onActivity: status.setActivity,
      consent: askConsent,
    });
    signal.throwIfAborted();
    const found = await findClusters(
      {
        data: data.slice(),
        dim,
        words: result.items.map(({ text }) => text),
        groups: result.items.map(({ group }) => group),
        k,
        seed,
      },
      signal,
      ({ done, total }) => status.setActivity({ kind: 'counting', stage: 'clusters', done, total }),
    );
    signal.throwIfAborted();
    useSelection.getState().showAllGroups();
    useClusters.setState({ found, items: result.items });
  } catch (error) {
    if (isAbort(error) || signal.aborted) return;
    lastKey = '';
    status.report(faultFrom(error));
    useLink.getState().change({ colour: null });
  } finally {
    end();
  }
}

/** Follows link and map as long as clusters are asked for. */
export async function startClusters(): Promise<void> {
  follow();
  useLink.subscribe(follow);
  useMap.subscribe(({ result, job }, before) => {
    if (result !== before.result || job !== before.job) follow();
  });
}
