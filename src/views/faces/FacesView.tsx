import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../stores/statusStore.ts';
import './faces.css';

type Sheet = 'form' | 'answer';

interface FacesViewProps {
  readonly face: string;
  /** The view's and the face's name, one sentence on what is seen, and one thing to try. */
  readonly name: string;
  readonly lead: string;
  readonly hint: string;
  /** What the panels at the left and at the right are called. */
  readonly formLabel: string;
  readonly answerLabel: string;
  readonly form: ReactNode;
  readonly tools: ReactNode;
  readonly stage: ReactNode;
  readonly guide: ReactNode;
  /** What was found; null: nothing yet. */
  readonly answer: ReactNode | null;
  /** What is said where nothing could be found, and where what stands is the answer to an earlier question. */
  readonly nothing: string;
  readonly previous: string;
  readonly status: ReactNode;
}

/** The frame of a view with several faces: what is asked, the picture, the answers; on a phone these are sheets. */
export function FacesView(props: FacesViewProps) {
  const { face, name, lead, hint, formLabel, answerLabel, form, tools, stage, guide, status } = props;
  const { answer, nothing, previous } = props;
  const failed = useStatus(({ failed, outstanding }) => failed && outstanding === 0);
  const { t: app } = useTranslation();
  const [open, setOpen] = useState<Sheet | null>(null);
  const labels = { form: formLabel, answer: answerLabel };
  return (
    <div className="faces" id="controls" data-sheet={open ?? 'none'} data-face={face}>
      <section className="panel faces-side" data-panel="form" aria-label={formLabel}>
        <div className="lead">
          <h1>{name}</h1>
          <p>{lead}</p>
          <p className="hint">{hint}</p>
        </div>
        {form}
      </section>
      {tools}
      <main className="faces-stage" id="map">
        {stage}
      </main>
      <div className="faces-right">
        {guide}
        <section
          className="panel faces-answer"
          data-panel="answer"
          aria-label={answerLabel}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          {answer !== null && failed && <p className="previous">{previous}</p>}
          {answer ?? <p className="hint">{failed ? nothing : app('status.working')}</p>}
        </section>
      </div>
      {status}
      <nav className="sheet-tabs" aria-label={app('app.panelTabs')}>
        {(['form', 'answer'] as const).map((sheet) => (
          <button
            key={sheet}
            type="button"
            aria-expanded={open === sheet}
            onClick={() => setOpen(open === sheet ? null : sheet)}
          >
            {labels[sheet]}
          </button>
        ))}
      </nav>
    </div>
  );
}
