import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** How far the map can be trusted, in one number. */
export function QualityBadge({ trustworthiness }: { readonly trustworthiness: number }) {
  const { t } = useTranslation();
  return (
    <span className="badge">
      <ShieldCheck aria-hidden size={15} /> {t('quality.label', { value: trustworthiness.toFixed(2) })}
    </span>
  );
}
