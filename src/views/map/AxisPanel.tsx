import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageOf, modelOf } from '../../contract/deepLink.ts';
import { READY_AXES } from '../../pipeline/words/axes/readyAxes.ts';
import { useLink } from '../../stores/linkStore.ts';
import { startMapAxis, typeAxis } from '../../stores/mapAxis.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { AxisInput } from '../analogy/axes/AxisInput.tsx';

/** The poles of the axis or the two that the map's points stand along. */
export default function AxisPanel() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  const { axis, axis2 } = link;
  const language = languageOf(modelOf(link), link.lang);
  const choose = (patch: Partial<typeof link>) => {
    startMapAxis();
    change(patch);
  };
  return (
    <>
      <p className="hint">{t('axis.hint')}</p>
      <AxisInput
        testId="map-axis"
        legend={t('axis.axis')}
        axis={axis}
        language={language}
        onType={(typed) => {
          startMapAxis();
          typeAxis({ axis: typed });
        }}
        onChoose={(chosen) => choose({ axis: chosen })}
      />
      {axis !== null && axis2 !== null && (
        <AxisInput
          testId="map-axis2"
          legend={t('axis.axis2')}
          axis={axis2}
          language={language}
          onType={(typed) => typeAxis({ axis2: typed })}
          onChoose={(chosen) => choose({ axis2: chosen })}
          after={
            <IconButton
              icon={X}
              className="small"
              label={t('axis.remove')}
              onClick={() => choose({ axis2: null })}
            />
          }
        />
      )}
      {axis !== null && (
        <div className="own-actions">
          {axis2 === null && (
            <button
              type="button"
              className="button axis-add"
              onClick={() => choose({ axis2: READY_AXES[language].find((ready) => ready !== axis) ?? null })}
            >
              <Plus aria-hidden size={16} /> {t('axis.add')}
            </button>
          )}
          <button type="button" className="text-button" onClick={() => choose({ axis: null, axis2: null })}>
            {t('axis.off')}
          </button>
        </div>
      )}
    </>
  );
}
