import { useTranslation } from 'react-i18next';
import { orderOf } from '../../contract/insideLinks.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useOrder } from '../../stores/order/orderStore.ts';
import { FacesView } from '../faces/FacesView.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { FaceForm, FacePanel, FaceStage } from './faceParts.tsx';
import { OrderGuide } from './OrderGuide.tsx';
import { OrderTools } from './OrderTools.tsx';
import './order.css';

/** What position encoding adds, and what becomes of whole sentences. */
export default function OrderView() {
  const { t } = useTranslation('order');
  const face = useLink(({ link }) => orderOf(link).face);
  const frame = useOrder(({ frame }) => frame);
  const job = useOrder(({ job }) => job);
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
      tools={<OrderTools />}
      stage={shown ? <FaceStage answer={shown.answer} /> : <div className="stage-empty" />}
      guide={<OrderGuide />}
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
