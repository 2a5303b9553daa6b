import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { SelectField } from '../../ui/fields.tsx';

/** Where a contextual model runs. */
export function DeviceSelect() {
  const { t } = useTranslation();
  const device = useLink(({ link }) => link.device);
  const change = useLink(({ change }) => change);
  return (
    <SelectField
      label={t('settings.device')}
      value={device}
      options={[
        { value: 'auto', text: t('settings.deviceAuto') },
        { value: 'webgpu', text: t('settings.deviceWebgpu') },
        { value: 'wasm', text: t('settings.deviceWasm') },
      ]}
      onChange={(device) => change({ device })}
    />
  );
}
