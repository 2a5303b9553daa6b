import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface SenseInputProps {
  readonly value: string;
  /** Senses that were given already. */
  readonly known: readonly string[];
  readonly onChange: (sense: string) => void;
}

/** The sense that a person gives a sentence; the senses given before are offered. */
export function SenseInput({ value, known, onChange }: SenseInputProps) {
  const { t } = useTranslation('context');
  const ids = { input: useId(), list: useId() };
  return (
    <div className="field">
      <label htmlFor={ids.input}>{t('detail.sense')}</label>
      <input
        id={ids.input}
        type="text"
        list={ids.list}
        maxLength={60}
        autoComplete="off"
        defaultValue={value}
        placeholder={t('detail.sensePlaceholder')}
        onBlur={({ target }) => {
          if (target.value.trim() !== value) onChange(target.value.trim());
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
        }}
      />
      <datalist id={ids.list}>
        {known.map((sense) => (
          <option key={sense} value={sense} />
        ))}
      </datalist>
    </div>
  );
}
