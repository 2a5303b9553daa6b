import { useTranslation } from 'react-i18next';

export default function ScorecardView() {
  const { t } = useTranslation('scorecard');
  return (
    <main id="map">
      <h1>{t('name')}</h1>
    </main>
  );
}
