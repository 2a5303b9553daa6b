import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labOf } from '../../contract/deepLink.ts';
import { bundledContexts, typedLines } from '../../pipeline/lab/occurrenceList.ts';
import { useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { insertFast } from '../../ui/insertFast.ts';

/** The word and its sentences: bundled ones to choose, or a person's own; what is typed is shown at once. */
export function LabForm() {
  const { t } = useTranslation('context');
  const { link, sentences, type } = useLink();
  const list = useLab(({ frame }) => frame?.list ?? null);
  const word = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const ids = { word: useId(), sentences: useId(), words: useId() };
  const bundled = useBundledWords(labOf(link).data);
  const shownWord = labOf(link).word;
  const given = list && list.data !== 'own' ? typedLines(list, link.lang) : null;

  // Both boxes follow the link: it may change by the browser's Back button or by a choice elsewhere.
  useEffect(() => {
    if (word.current && word.current.value.trim() !== shownWord) word.current.value = shownWord;
  }, [shownWord]);
  useEffect(() => {
    const wanted = sentences ?? given;
    if (box.current && wanted !== null && box.current.value !== wanted) box.current.value = wanted;
  }, [sentences, given]);
  useEffect(() => (box.current ? insertFast(box.current) : undefined), []);

  const choose = (chosen: string) => useLink.getState().choose(chosen);
  return (
    <div className="lab-form">
      <div className="pair">
        <div className="field">
          <label htmlFor={ids.word}>{t('lab.word')}</label>
          <input
            id={ids.word}
            ref={word}
            type="text"
            data-testid="context-word"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            defaultValue={shownWord}
            title={t('lab.wordHint')}
            onChange={({ target }) => type({ word: target.value.trim() || ' ' })}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.words}>{t('lab.bundled')}</label>
          <select
            id={ids.words}
            value={sentences === null && bundled.includes(shownWord) ? shownWord : ''}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="" disabled>
              {t('lab.choose')}
            </option>
            {bundled.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
      </div>
      <div className="field">
        <label htmlFor={ids.sentences}>{t('lab.sentences')}</label>
        <textarea
          id={ids.sentences}
          ref={box}
          data-testid="context-sentences"
          rows={6}
          spellCheck={false}
          placeholder={t('lab.placeholder', { word: shownWord })}
          onChange={({ target }) => type({ sentences: target.value })}
        />
        <div className="lab-form-foot">
          <p className="hint">{t('lab.sentencesHint')}</p>
          {sentences !== null && bundled.includes(shownWord) && (
            <button type="button" className="text-button" onClick={() => choose(shownWord)}>
              <RotateCcw aria-hidden size={14} /> {t('lab.reset')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

/** The polysemous words of a bundled set, then those of one sense. */
function useBundledWords(data: 'contexts-zh' | 'contexts-en'): readonly string[] {
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    bundledContexts(data)
      .then((contexts) => {
        if (!gone) setWords([...contexts.words, ...contexts.controls].map(({ word }) => word));
      })
      // the work that needs the sentences says what is wrong with them
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [data]);
  return words;
}
