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

/** A word to type, completed from the words of the model by the browser's own list. */
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
  return (
    <div className="field word-input">
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        list={`${id}-words`}
        data-testid={testId}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        onChange={({ target }) => {
          setTyped(true);
          onChange(target.value);
        }}
      />
      <datalist id={`${id}-words`}>
        {offered
          .filter((word) => word !== value)
          .map((word) => (
            <option key={word} value={word} />
          ))}
      </datalist>
    </div>
  );
}
