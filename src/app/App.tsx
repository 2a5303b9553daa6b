import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { wantWords } from '../language/i18n.ts';
import { useLink } from '../stores/linkStore.ts';
import { MapView } from '../views/map/MapView.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { Messages } from './Messages.tsx';
import { Rail } from './Rail.tsx';

const ContextView = lazy(async () => {
  const [view] = await Promise.all([import('../views/context/ContextView.tsx'), wantWords('context')]);
  return view;
});

const AnalogyView = lazy(async () => {
  const [view] = await Promise.all([import('../views/analogy/AnalogyView.tsx'), wantWords('analogy')]);
  return view;
});

/** The shell round every view: the rail, the view, messages, and the question before a download. */
export function App() {
  const { t } = useTranslation();
  const view = useLink(({ link }) => link.view);
  return (
    <div className="app">
      <a className="skip" href="#controls">
        {t('app.skip')}
      </a>
      <Rail />
      <Suspense>
        {view === 'map' && <MapView />}
        {view === 'context' && <ContextView />}
        {view === 'analogy' && <AnalogyView />}
      </Suspense>
      <Messages />
      <ConsentDialog />
    </div>
  );
}
