import { useTranslation } from 'react-i18next';
import type { ModelId } from '../../contract/deepLink.ts';
import { bundledModel } from '../../models/registry.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useWords } from '../../stores/wordsStore.ts';

interface UnknownWordsProps {
  /** Puts another word in the place of one that the model lacks. */
  readonly onReplace: (word: string, by: string) => void;
}

/** What the model lacks of the words asked about: what is spelt like them, and which models have them. */
export function UnknownWords({ onReplace }: UnknownWordsProps) {
  const { t } = useTranslation('analogy');
  const unknown = useWords(({ unknown }) => unknown);
  const language = useLink(({ link }) => link.lang);
  const change = useLink(({ change }) => change);
  const nameOf = (id: ModelId) => bundledModel(id)?.names[language] ?? id;
  if (unknown.length === 0) return null;
  return (
    <ul className="unknown-words">
      {unknown.map(({ word, spellings, knownBy, readBy }) => (
        <li key={word}>
          <p>{t('unknown.word', { word })}</p>
          {spellings.length > 0 && (
            <div className="chips">
              <span className="hint">{t('unknown.spelt')}</span>
              {spellings.map((by) => (
                <button key={by} type="button" className="chip" onClick={() => onReplace(word, by)}>
                  {by}
                </button>
              ))}
            </div>
          )}
          {(['knownBy', 'readBy'] as const).map((how) => {
            const ids = how === 'knownBy' ? knownBy : readBy;
            return (
              ids.length > 0 && (
                <div key={how} className="chips">
                  <span className="hint">{t(`unknown.${how}`)}</span>
                  {ids.map((id) => (
                    <button key={id} type="button" className="chip" onClick={() => change({ model: id })}>
                      {nameOf(id)}
                    </button>
                  ))}
                </div>
              )
            );
          })}
        </li>
      ))}
    </ul>
  );
}
