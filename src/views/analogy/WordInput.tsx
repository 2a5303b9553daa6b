import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useId, useState } from 'react';
import { completions } from '../../pipeline/words/openSpace.ts';

interface WordInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (word: string) => void;
  /** The label is only heard. */
  readonly quiet?: boolean;
  readonly testId?: string;
}

/** How many words are offered. */
const OFFERED = 8;

/** A word to type, completed from the words of the model. */
export function WordInput({ label, value, onChange, quiet, testId }: WordInputProps) {
  const id = useId();
  const [offered, setOffered] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    if (!typed || value.trim() === '') return;
    const controller = new AbortController();
    completions(value, OFFERED, controller.signal).then(setOffered, () => {});
    return () => controller.abort();
  }, [typed, value]);
  const choices = offered.filter((word) => word !== value);
  return (
    <div className="field word-input">
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <Autocomplete.Root
        items={choices}
        filter={null}
        value={value}
        onValueChange={(next) => {
          setTyped(true);
          onChange(next);
        }}
      >
        <Autocomplete.Input
          id={id}
          type="text"
          data-testid={testId}
          spellCheck={false}
          autoCapitalize="off"
        />
        {choices.length > 0 && (
          <Autocomplete.Portal>
            <Autocomplete.Positioner sideOffset={4} className="layer-popup">
              <Autocomplete.Popup className="popup">
                <Autocomplete.List>
                  {(word: string) => (
                    <Autocomplete.Item key={word} value={word} className="option">
                      <span dir="auto">{word}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        )}
      </Autocomplete.Root>
    </div>
  );
}
