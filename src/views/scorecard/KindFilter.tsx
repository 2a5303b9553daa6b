import { useTranslation } from 'react-i18next';
import { ROW_KINDS, type RowKind, type ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';

interface KindFilterProps {
  readonly rows: readonly ScoreRow[];
  readonly hidden: ReadonlySet<RowKind>;
  readonly onChange: (hidden: ReadonlySet<RowKind>) => void;
}

/** Which kinds of rows table and chart show; one of them always does. */
export function KindFilter({ rows, hidden, onChange }: KindFilterProps) {
  const { t } = useTranslation('scorecard');
  const kinds = ROW_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  const shown = kinds.filter((kind) => !hidden.has(kind));
  const toggle = (kind: RowKind) =>
    onChange(new Set(hidden.has(kind) ? [...hidden].filter((other) => other !== kind) : [...hidden, kind]));
  return (
    <fieldset className="kind-filter">
      <legend>{t('table.show')}</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            data-kind={kind}
            checked={!hidden.has(kind)}
            disabled={shown.length === 1 && shown[0] === kind}
            onChange={() => toggle(kind)}
          />
          {t(`groups.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
