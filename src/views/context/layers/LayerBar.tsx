import { Pause, Play } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LayerHelp } from './LayerHelp.tsx';
import type { LayerScore } from './layerScores.ts';
import { ScoreKey } from './ScoreMark.tsx';
import { ScoresTable } from './ScoresTable.tsx';
import { SeparationChart } from './SeparationChart.tsx';
import { isLabelled, type Layer, stepPlaces, thumbCentre } from './stepPlaces.ts';
import './layers.css';

export interface LayerBarProps {
  /** `table`, then 0 … L: one a step. */
  readonly layers: readonly Layer[];
  /** The step shown, an index into `layers`. */
  readonly step: number;
  readonly playing: boolean;
  /** One a step. */
  readonly scores: readonly LayerScore[];
  /** The step at which the senses stand apart best. */
  readonly best: number | null;
  /** Whether the person gave senses: else only those found can be told of. */
  readonly hasLabels: boolean;
  readonly onStep: (step: number) => void;
  /** Play was pressed, or pause where it is `playing`. */
  readonly onPlay: () => void;
  readonly disabled?: boolean;
}

/** The model's layers as a time line: a slider with a play button, and above it how well the senses stand apart. */
export function LayerBar(props: LayerBarProps) {
  const { layers, step, playing, scores, best, hasLabels, onStep, onPlay, disabled = false } = props;
  const { t } = useTranslation('context');
  const id = useId();
  const [pointed, setPointed] = useState<number | null>(null);
  const places = stepPlaces(layers.length);
  const last = layers.length - 1;

  const sentenceOf = (at: number) => {
    const layer = layers[at];
    if (layer === 'table') return t('layers.stepTable');
    const numbers = { layer, last: layers[last] };
    if (at === last) return t('layers.stepLast', numbers);
    return t(layer === 0 ? 'layers.stepZero' : 'layers.step', numbers);
  };
  const nameOf = (at: number) =>
    layers[at] === 'table' ? t('layers.theTable') : t('layers.layerName', { layer: layers[at] });

  const told = pointed !== null && pointed <= last ? pointed : step;
  const known = scores.some(({ given, found }) => given !== null || found !== null);
  const explanation = t(known ? 'layers.explain' : 'layers.nothing');
  const kind = layers[told] === 'table' ? 'table' : known ? 'numbers' : 'nothing';
  const bestAt = best === null ? '' : t('layers.bestAt', { best: nameOf(best) });
  return (
    <section className="layer-bar" aria-label={t('layers.title')}>
      <div className="layer-body">
        <div className="layer-track">
          <SeparationChart
            scores={scores}
            step={step}
            best={best}
            label={`${explanation} ${bestAt}`.trim()}
            onPoint={setPointed}
            onStep={(at) => !disabled && onStep(at)}
          />
          <IconButton
            icon={playing ? Pause : Play}
            label={t(playing ? 'layers.pause' : 'layers.play')}
            side="top"
            className="small layer-play"
            disabled={disabled}
            onClick={onPlay}
          />
          <input
            className="layer-slider"
            data-testid="layer-slider"
            type="range"
            min={0}
            max={Math.max(0, last)}
            step={1}
            value={step}
            disabled={disabled}
            aria-label={t('layers.layer')}
            aria-valuetext={sentenceOf(step)}
            aria-describedby={`${id}-scores`}
            onChange={({ target }) => onStep(target.valueAsNumber)}
          />
          <div className="layer-ticks" aria-hidden="true">
            {layers.map(
              (layer, at) =>
                isLabelled(at, layers) && (
                  <span
                    key={layer}
                    data-now={at === step || undefined}
                    style={{ insetInlineStart: thumbCentre(places[at]) }}
                  >
                    {layer === 'table' ? t('layers.table') : layer}
                  </span>
                ),
            )}
          </div>
        </div>
        <div className="layer-words" data-kind={kind}>
          <p className="layer-sentence" title={sentenceOf(told)}>
            {sentenceOf(told)}
          </p>
          <LayerHelp />
          <LayerNumbers id={`${id}-scores`} score={scores[told]} hasLabels={hasLabels} />
          <p className="layer-explain">
            <span className="layer-what">{explanation}</span>{' '}
            {bestAt && <span className="layer-best">★ {bestAt}</span>}
          </p>
        </div>
      </div>
      <ScoresTable layers={layers} scores={scores} best={best} />
    </section>
  );
}

interface LayerNumbersProps {
  readonly id: string;
  readonly score: LayerScore | undefined;
  readonly hasLabels: boolean;
}

/** One layer's numbers, each with the line and mark that draw it. */
function LayerNumbers({ id, score, hasLabels }: LayerNumbersProps) {
  const { t } = useTranslation('context');
  const told = (value: number | null | undefined) => (value == null ? '–' : twoDecimals(value));
  return (
    <p id={id} className="layer-numbers">
      <span className="layer-measure">{t('layers.silhouette')}</span>
      {hasLabels && (
        <span>
          <ScoreKey kind="given" /> {t('layers.given')} <b>{told(score?.given)}</b>
        </span>
      )}
      <span>
        <ScoreKey kind="found" /> {t('layers.found')} <b>{told(score?.found)}</b>
      </span>
      {hasLabels && (
        <span>
          <abbr title={t('layers.ari')}>ARI</abbr> <b>{told(score?.ari)}</b>
        </span>
      )}
    </p>
  );
}
