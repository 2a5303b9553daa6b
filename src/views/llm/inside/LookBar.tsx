import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { RangeField, SelectField } from '../../../ui/fields.tsx';
import { showHead, showLayer } from './chooseToken.ts';
import { headName } from './insideWords.ts';
import type { InsideLook } from './useInsideLook.ts';

interface LookBarProps {
  readonly answer: InsideAnswer;
  readonly look: InsideLook;
}

/** Which layer, and whose attention. */
export function LookBar({ answer, look }: LookBarProps): ReactNode {
  const { t } = useTranslation('llm');
  const { layers, heads } = answer;
  const placed = useLlm(
    ({ frame }) => frame?.card?.kind === 'contextual' && frame.card.graph.position?.kind === 'learned',
  );
  const layer = layers[look.place];
  const last = layers.length - 2;
  const said =
    layer === 'table'
      ? t('inside.layerTable')
      : layer === 0
        ? t(placed ? 'inside.layerZero' : 'inside.layerZeroBare')
        : t('inside.layerOf', { layer, last });
  const choices = ['mean', ...Array.from({ length: heads }, (_, head) => String(head)), 'rollout'];
  return (
    <div className="inside-bar">
      <RangeField
        label={t('inside.layer')}
        testId="layer-slider"
        value={look.place}
        min={0}
        max={layers.length - 1}
        step={1}
        shown={said}
        onChange={(place) => showLayer(answer, place)}
      />
      <SelectField
        label={t('inside.head')}
        testId="head-select"
        value={String(look.head)}
        options={choices.map((value) => ({
          value,
          text: headName(t, value === 'mean' || value === 'rollout' ? value : Number(value)),
        }))}
        onChange={(value) => showHead(value === 'mean' ? null : value === 'rollout' ? value : Number(value))}
      />
    </div>
  );
}
