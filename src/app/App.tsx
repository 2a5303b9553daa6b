import { type ComponentType, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../contract/deepLink.ts';
import { type ViewNamespace, wantWords } from '../language/i18n.ts';
import { useLink } from '../stores/linkStore.ts';
import { latePart } from '../views/late/latePart.tsx';
import { MapView } from '../views/map/MapView.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { Messages } from './Messages.tsx';
import { Rail } from './Rail.tsx';

/** A view with its words, fetched when the link first asks for it. */
function late(namespace: ViewNamespace, load: () => Promise<{ default: ComponentType }>) {
  return latePart(async () => {
    const [view] = await Promise.all([load(), wantWords(namespace)]);
    return view;
  }, 'view');
}

const VIEWS: Record<View, ComponentType> = {
  map: MapView,
  context: late('context', () => import('../views/context/ContextView.tsx')),
  analogy: late('analogy', () => import('../views/analogy/AnalogyView.tsx')),
  llm: late('llm', () => import('../views/llm/LlmView.tsx')),
  order: late('order', () => import('../views/order/OrderView.tsx')),
  compare: late('compare', () => import('../views/compare/CompareView.tsx')),
  scorecard: late('scorecard', () => import('../views/scorecard/ScorecardView.tsx')),
  // its measured rows speak the scorecard's words
  guide: late('guide', async () => {
    const [view] = await Promise.all([import('../views/guide/GuideView.tsx'), wantWords('scorecard')]);
    return view;
  }),
};

/** The shell round every view: the rail, the view, messages, and the question before a download. */
export function App() {
  const { t } = useTranslation();
  const view = useLink(({ link }) => link.view);
  const Shown = VIEWS[view];
  return (
    <div className="app">
      <a className="skip" href="#controls">
        {t('app.skip')}
      </a>
      <Rail />
      <Suspense>
        <Shown key={view} />
      </Suspense>
      <Messages />
      <ConsentDialog />
    </div>
  );
}
