import { useTranslation } from 'react-i18next';

export default function GuideView() {
  const { t } = useTranslation('guide');
  return (
    <main id="map">
      <h1>{t('name')}</h1>
    </main>
  );
}
