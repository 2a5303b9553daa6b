import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { SelectField } from '../../../ui/fields.tsx';
import { PairList } from './PairList.tsx';
import './relations.css';

/** Which relation is shown, and its pairs with how each fares. */
export function RelationsForm() {
  const { t } = useTranslation('analogy');
  const { link, change } = useLink();
  const answer = useWords(({ frame }) => (frame?.answer.face === 'relations' ? frame.answer : null));
  if (!answer) return null;
  const { relations, relation } = answer;
  const asked = relations.some(({ id }) => id === link.relation) ? link.relation : null;
  return (
    <>
      <SelectField
        label={t('relations.choose')}
        testId="relation-select"
        value={asked ?? relation}
        options={relations.map(({ id, names, given }) => ({
          value: id,
          text: t('relations.option', { name: names[link.lang], count: given }),
        }))}
        onChange={(id) => {
          change({ relation: id });
          useWords.getState().tick('relations');
        }}
      />
      <p className="hint">{answer.about[link.lang]}</p>
      <PairList answer={answer} />
    </>
  );
}
