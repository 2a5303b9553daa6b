import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { insertFast } from './insertFast.ts';

interface OwnLinesProps {
  readonly label: string;
  readonly placeholder: string;
  readonly hint: string;
  /** What the button says that gives back what was ready. */
  readonly backLabel: string;
  readonly testId: string;
  readonly rows: number;
  /** What was typed; null: nothing of the person's own. */
  readonly typed: string | null;
  readonly onType: (text: string) => void;
  /** Nothing of the person's own any more: the box was emptied, or the button pressed. */
  readonly onBack: () => void;
}

/** A box for lines of the person's own in place of, or beside, those that are ready. */
export function OwnLines(props: OwnLinesProps) {
  const { label, placeholder, hint, backLabel, testId, rows, typed, onType, onBack } = props;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // the box follows the link: the browser's Back button may change it
  useEffect(() => {
    if (box.current && box.current.value !== (typed ?? '')) box.current.value = typed ?? '';
  }, [typed]);
  useEffect(() => (box.current ? insertFast(box.current) : undefined), []);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={box}
        data-testid={testId}
        rows={rows}
        spellCheck={false}
        placeholder={placeholder}
        onChange={({ target }) => (target.value.trim() === '' ? onBack() : onType(target.value))}
      />
      <p className="hint">{hint}</p>
      {typed !== null && (
        <button type="button" className="text-button" onClick={onBack}>
          <RotateCcw aria-hidden size={14} /> {backLabel}
        </button>
      )}
    </div>
  );
}
