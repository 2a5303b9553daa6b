import { Ruler } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { latePart } from '../late/latePart.tsx';

const AxisPanel = latePart(() => import('./AxisPanel.tsx'));

/** The points along an axis of the person's choice; fetched when it is first opened. */
export function AxisFold() {
  const { t } = useTranslation();
  const shown = useLink(({ link }) => link.axis !== null);
  const [wanted, setWanted] = useState(shown);
  return (
    <Fold icon={Ruler} title={t('axis.title')} open={shown} onOpen={() => setWanted(true)}>
      <Suspense>{(wanted || shown) && <AxisPanel />}</Suspense>
    </Fold>
  );
}
