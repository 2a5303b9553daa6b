import { useTranslation } from 'react-i18next';
import { llmOf } from '../../contract/insideLinks.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useLlm } from '../../stores/llm/llmStore.ts';
import { FacesView } from '../faces/FacesView.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { FaceForm, FacePanel, FaceStage } from './faceParts.tsx';
import { LlmGuide } from './LlmGuide.tsx';
import { LlmTools } from './LlmTools.tsx';
import './llm.css';

/** What happens inside a model: the next token, layers and attention, and what the last state groups by. */
export default function LlmView() {
  const { t } = useTranslation('llm');
  const face = useLink(({ link }) => llmOf(link).face);
  const frame = useLlm(({ frame }) => frame);
  const job = useLlm(({ job }) => job);
  const shown = frame?.answer.face === face ? frame : null;
  return (
    <FacesView
      face={face}
      name={t(`faces.${face}.name`)}
      lead={t(`faces.${face}.lead`)}
      hint={t(`faces.${face}.try`)}
      formLabel={t('shell.form')}
      answerLabel={t('shell.answer')}
      form={<FaceForm face={face} />}
      tools={<LlmTools />}
      stage={shown ? <FaceStage answer={shown.answer} /> : <div className="stage-empty" />}
      guide={<LlmGuide />}
      answer={shown && <FacePanel answer={shown.answer} />}
      nothing={t('shell.nothing')}
      previous={t('shell.previous')}
      status={
        <StatusBar
          job={job}
          count={shown?.figure?.points.length ?? 0}
          quality={shown?.figure?.quality ?? null}
          report={shown?.report ?? null}
        />
      }
    />
  );
}
