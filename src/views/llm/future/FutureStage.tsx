import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import { bundledModel } from '../../../models/registry.ts';
import type { FutureAnswer } from '../../../pipeline/llm/future/futureAnswer.ts';
import type { Figure } from '../../../pipeline/words/figure.ts';
import { createViewLink } from '../../../scene/camera/viewLink.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { RangeField } from '../../../ui/fields.tsx';
import { latePart } from '../../late/latePart.tsx';
import { ColourToggle } from './ColourToggle.tsx';
import { FuturePane } from './FuturePane.tsx';
import { futureColour, futureGroups } from './futureGroups.ts';
import { useTwoScenes } from './futureScene.ts';

const FutureTable = latePart(() => import('./FutureTable.tsx'));

/** The same beginnings as both models see them, or as a table; the layer of the language model below. */
export function FutureStage({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const figure = useLlm(({ frame }) => frame?.figure ?? null);
  const asTable = useLink(({ link }) => link.show === 'table');
  const [drawable, setDrawable] = useState(true);
  return (
    <div className="future-stage">
      <div className="future-bar">
        <ColourToggle />
        <LayerField last={answer.language.layers.length - 1} />
      </div>
      {asTable || !drawable || !figure ? (
        <div className="future-table">
          <Suspense>
            <FutureTable answer={answer} />
          </Suspense>
        </div>
      ) : (
        <Maps answer={answer} figure={figure} onUnavailable={() => setDrawable(false)} />
      )}
    </div>
  );
}

/** Which layer's states the map of the language model shows. */
function LayerField({ last }: { readonly last: number }) {
  const { t } = useTranslation('llm');
  const { link, change } = useLink();
  const layer = link.layer === 'table' ? 0 : Math.min(link.layer ?? last, last);
  return (
    <RangeField
      label={t('future.layer.label')}
      testId="layer-slider"
      shown={t(layer === last ? 'future.layer.last' : 'future.layer.shown', { layer, last })}
      value={layer}
      min={0}
      max={last}
      step={1}
      onChange={(value) => change({ layer: value === last ? null : value })}
    />
  );
}

interface MapsProps {
  readonly answer: FutureAnswer;
  readonly figure: Figure;
  readonly onUnavailable: () => void;
}

function Maps({ answer, figure, onUnavailable }: MapsProps) {
  const { t } = useTranslation('llm');
  const { colour: asked, lang } = useLink(({ link }) => link);
  const colour = futureColour(asked);
  const [left, right] = useTwoScenes();
  const grouping = useMemo(() => futureGroups(answer, colour), [answer, colour]);
  const { dims } = figure;
  // flat or in space, maps are looked at from different distances
  // biome-ignore lint/correctness/useExhaustiveDependencies: says when a new link is due
  const viewLink = useMemo(createViewLink, [dims]);
  const { other, layer, language, nearest } = answer;
  const nameOf = (id: string) => bundledModel(id)?.names[lang] ?? id;
  const trust = ({ trustworthiness }: Figure['quality']) =>
    trustworthiness === null ? '' : ` · ${t('future.panes.trust', { value: twoDecimals(trustworthiness) })}`;
  const shared = { answer, dims, grouping, viewLink, onUnavailable };
  return (
    <div className="future-panes">
      <FuturePane
        {...shared}
        side="language"
        title={t('future.panes.language', { layer })}
        about={nameOf(language.model) + trust(figure.quality)}
        coordinates={figure.coordinates}
        nearest={nearest}
        scene={left}
      />
      <FuturePane
        {...shared}
        side="sentence"
        title={t('future.panes.sentence')}
        about={nameOf(other.model) + trust(other.quality)}
        coordinates={other.coordinates}
        nearest={other.nearest}
        scene={right}
      />
    </div>
  );
}
