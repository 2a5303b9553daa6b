import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { RangeField } from '../../../ui/fields.tsx';

/** How long the slider must rest, as elsewhere: every step of a drag would be a run of the model. */
const REST = 250;

/** What the logits are divided by, with what that does in words. */
export function TemperatureField() {
  const { t } = useTranslation('llm');
  const temperature = useLink(({ link }) => link.temperature);
  const [moving, setMoving] = useState<number | null>(null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; end: () => void } | null>(null);
  const drop = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    waiting.current.end();
    waiting.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits is dropped when the field goes, and only then
  useEffect(() => drop, []);
  const value = moving ?? temperature;
  const says = value === 0 ? 'zero' : value < 1 ? 'low' : value === 1 ? 'one' : 'high';
  return (
    <RangeField
      label={t('next.temperature.name')}
      value={value}
      min={0}
      max={2}
      step={0.1}
      shown={t(`next.temperature.${says}`, { value: value.toFixed(1) })}
      testId="temperature"
      onChange={(next) => {
        const end = useStatus.getState().begin();
        drop();
        setMoving(next);
        const timer = setTimeout(() => {
          useLink.getState().change({ temperature: next });
          setMoving(null);
          drop();
        }, REST);
        waiting.current = { timer, end };
      }}
    />
  );
}
