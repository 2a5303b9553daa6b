import { useTranslation } from 'react-i18next';

export default function CompareView() {
  const { t } = useTranslation('compare');
  return (
    <main id="map">
      <h1>{t('name')}</h1>
    </main>
  );
}
