import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';

/** In space or flat. */
export function DimsToggle() {
  const { t } = useTranslation();
  const dims = useLink(({ link }) => link.dims);
  const change = useLink(({ change }) => change);
  return (
    <fieldset className="toggles">
      <legend className="visually-hidden">{t('settings.dims')}</legend>
      {([3, 2] as const).map((value) => (
        <label key={value} className="toggle" title={t(value === 3 ? 'tools.dims3' : 'tools.dims2')}>
          <input
            type="radio"
            name="dims"
            className="visually-hidden"
            checked={dims === value}
            onChange={() => change({ dims: value })}
          />
          {value}D
        </label>
      ))}
    </fieldset>
  );
}
