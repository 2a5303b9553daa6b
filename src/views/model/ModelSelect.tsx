import { Info } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelId } from '../../contract/deepLink.ts';
import { megabytes } from '../../language/numbers.ts';
import { bundledModel } from '../../models/registry.ts';
import { cardBytes } from '../../pipeline/modelSessions.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { SelectField } from '../../ui/fields.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { latePart } from '../late/latePart.tsx';

const ModelDialog = latePart(() => import('./ModelDialog.tsx'), 'over');

interface ModelSelectProps<T extends ModelId> {
  readonly label: string;
  readonly ids: readonly T[];
  readonly value: T;
  readonly onChange: (id: T) => void;
  readonly testId?: string;
}

/** A model to choose, with its size, and a word about it. */
export function ModelSelect<T extends ModelId>({ label, ids, value, onChange, testId }: ModelSelectProps<T>) {
  const { t } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const cards = useMap(({ cards }) => cards);
  const [about, setAbout] = useState(false);
  return (
    <>
      <SelectField
        label={label}
        testId={testId}
        value={value}
        options={ids.map((id) => {
          const card = cards[id];
          const size = card ? ` · ${megabytes(cardBytes(card))}` : '';
          return { value: id, text: `${bundledModel(id)?.names[language] ?? id}${size}` };
        })}
        onChange={onChange}
        after={
          <IconButton
            icon={Info}
            label={t('data.about')}
            disabled={!cards[value]}
            onClick={() => setAbout(true)}
          />
        }
      />
      {about && (
        <Suspense>
          <ModelDialog id={value} onClose={() => setAbout(false)} />
        </Suspense>
      )}
    </>
  );
}
