import { useTranslation } from 'react-i18next';
import { comparedModels } from '../../contract/deepLink.ts';
import { twoDecimals } from '../../language/decimals.ts';
import { bundledModel } from '../../models/registry.ts';
import type { ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { useLink } from '../../stores/linkStore.ts';

const DEVICES = { wasm: 'settings.deviceWasm', webgpu: 'settings.deviceWebgpu' } as const;

interface PaneHeadProps {
  readonly side: 'left' | 'right';
  readonly result: ComparisonResult | null;
}

/** Which model a map is of, what was taken from it, and how far to trust the map. */
export function PaneHead({ side, result }: PaneHeadProps) {
  const { t } = useTranslation('compare');
  const { t: app } = useTranslation();
  const link = useLink(({ link }) => link);
  const model = comparedModels(link)[side];
  const facts = result ? factsOf(result) : [];
  return (
    <header className="compare-head">
      <h2>{t(`panes.${side}`, { model: bundledModel(model)?.names[link.lang] ?? model })}</h2>
      <p>{facts.join(' · ')}</p>
    </header>
  );

  /** What tells this side from others of its model: said where it was asked for, since the heading is narrow. */
  function factsOf({ request, left, right, [side]: shown }: ComparisonResult): string[] {
    const { layer, pooling, centre, report, quality } = shown;
    const devices = [left.report.device, right.report.device];
    const isTold = !devices.includes('none') && devices[0] !== devices[1];
    return [
      ...(layer === null ? [] : [layer === 'table' ? t('panes.table') : t('panes.layer', { layer })]),
      ...(request[side].pooling === null ? [] : [app(`settings.poolings.${pooling}`)]),
      ...(centre === 'shown' ? [t('panes.centred')] : []),
      ...(isTold && report.device !== 'none' ? [app(DEVICES[report.device])] : []),
      ...(quality.trustworthiness === null
        ? []
        : [t('panes.trust', { value: twoDecimals(quality.trustworthiness) })]),
    ];
  }
}
