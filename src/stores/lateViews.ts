import { faultFrom } from '../contract/fault.ts';
import { useLink } from './linkStore.ts';
import { useStatus } from './statusStore.ts';

let labWanted = false;

/** What a view needs beside the shell, fetched when the link first asks for the view. */
export function startLateViews(): void {
  followView();
  useLink.subscribe(followView);
}

function followView(): void {
  if (labWanted || useLink.getState().link.view !== 'context') return;
  labWanted = true;
  const { begin, report } = useStatus.getState();
  // the status leaves `ready` with the click, not when the code has arrived
  const end = begin();
  import('./lab.ts')
    .then(({ startLab }) => startLab())
    .catch((error) => {
      labWanted = false;
      report(faultFrom(error));
    })
    .finally(end);
}
