import { useLink } from './linkStore.ts';
import { redraw } from './perform.ts';

/** Follows the guide's answers in the link: another screen is ready once it is drawn. Entering is the scorecard's. */
export async function startGuide(): Promise<void> {
  useLink.subscribe(({ link }, before) => {
    if (link.view === 'guide' && before.link.view === 'guide' && link.answers !== before.link.answers)
      redraw();
  });
}
