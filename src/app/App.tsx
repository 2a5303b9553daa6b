import { useTranslation } from 'react-i18next';
import { MapView } from '../views/map/MapView.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { Messages } from './Messages.tsx';
import { Rail } from './Rail.tsx';

/** The shell round every view: the rail, the view, messages, and the question before a download. */
export function App() {
  const { t } = useTranslation();
  return (
    <div className="app">
      <a className="skip" href="#controls">
        {t('app.skip')}
      </a>
      <Rail />
      <MapView />
      <Messages />
      <ConsentDialog />
    </div>
  );
}
