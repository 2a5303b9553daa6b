import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../language/decimals.ts';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import { useClusters } from '../../stores/clusterStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { SelectField } from '../../ui/fields.tsx';

const COUNTS = ['auto', ...Array.from({ length: 20 }, (_, index) => String(index + 1))];

/** How many clusters are looked for, how many were found, and how far they agree with the given groups. */
export default function ClusterFacts({ frame }: { readonly frame: MapFrame }) {
  const { t } = useTranslation();
  const k = useLink(({ link }) => link.k);
  const change = useLink(({ change }) => change);
  const found = useClusters((clusters) => (clusters.items === frame.items ? clusters.found : null));
  const alone = found ? found.labels.reduce((sum, label) => sum + Number(label < 0), 0) : 0;
  return (
    <div className="cluster-facts">
      <SelectField
        label={t('clusters.k')}
        value={k === null ? 'auto' : String(k)}
        options={COUNTS.map((value) => ({ value, text: value === 'auto' ? t('clusters.auto') : value }))}
        onChange={(value) => change({ k: value === 'auto' ? null : Number(value) })}
      />
      {found && (
        <>
          <p>
            {t(found.method === 'density' ? 'clusters.density' : 'clusters.means', { count: found.k })}
            {k !== null && found.k < k && ` ${t('clusters.fewer')}`}
            {alone > 0 && ` ${t('clusters.alone', { count: alone })}`}
          </p>
          {found.nmi !== null && found.ari !== null && frame.groups.length > 1 && (
            <p className="hint">
              {t('clusters.agreement', { nmi: twoDecimals(found.nmi), ari: twoDecimals(found.ari) })}
            </p>
          )}
        </>
      )}
    </div>
  );
}
