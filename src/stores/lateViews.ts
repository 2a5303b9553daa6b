import type { View } from '../contract/deepLink.ts';
import { faultFrom } from '../contract/fault.ts';
import { useLink } from './linkStore.ts';
import { useStatus } from './statusStore.ts';

/** How each view that the shell does without is started, once. */
const STARTS: Partial<Record<View, () => Promise<void>>> = {
  context: async () => (await import('./lab.ts')).startLab(),
  analogy: async () => (await import('./words.ts')).startWords(),
};
const wanted = new Set<View>();

/** What a view needs beside the shell, fetched when the link first asks for the view. */
export function startLateViews(): void {
  followView();
  useLink.subscribe(followView);
}

function followView(): void {
  const { view } = useLink.getState().link;
  const start = STARTS[view];
  if (!start || wanted.has(view)) return;
  wanted.add(view);
  const { begin, report } = useStatus.getState();
  // the status leaves `ready` with the click, not when the code has arrived
  const end = begin();
  start()
    .catch((error) => {
      wanted.delete(view);
      report(faultFrom(error));
    })
    .finally(end);
}
