import { Check, PartyPopper, X } from 'lucide-react';
import { useId, useState } from 'react';
import { IconButton } from './IconButton.tsx';
import './guidedPath.css';

/** One step of a path: what to do and what to see. It ticks itself: `done` comes from what the person does. */
export interface GuidedStep {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly done: boolean;
}

interface GuidedPathProps {
  readonly title: string;
  readonly steps: readonly GuidedStep[];
  /** 0-based. */
  readonly current: number;
  readonly onStep: (index: number) => void;
  readonly onClose: () => void;
  readonly words: {
    readonly next: string;
    readonly back: string;
    readonly skip: string;
    readonly close: string;
    readonly done: string;
    /** Filled in already: "Step 2 of 7". */
    readonly stepOf: string;
    readonly finished: string;
  };
}

/**
 * A card of a few steps through a view. It takes no focus, neither when it appears nor when a step ticks: one
 * button leads on, called `skip` until the step is done, then `next`; past the last it leads to what is left, and
 * when nothing is, closes.
 */
export function GuidedPath({ title, steps, current, onStep, onClose, words }: GuidedPathProps) {
  const heading = useId();
  const ticked = useTicked(steps);
  const step = steps[current];
  if (!step) return null;
  const finished = steps.every(({ done }) => done);
  const onward = nextOf(steps, current);
  const forward = finished || onward < 0 ? onClose : () => onStep(onward);
  const forwardWord = finished || onward < 0 ? words.close : step.done ? words.next : words.skip;
  const announced = [
    ...steps.filter(({ id }) => ticked.includes(id)).map((each) => `${each.title}: ${words.done}`),
    ...(finished && ticked.length > 0 ? [words.finished] : []),
  ];
  return (
    <section className="guided-path" aria-labelledby={heading} data-finished={finished}>
      <header>
        <h2 id={heading}>{title}</h2>
        <IconButton icon={X} label={words.close} side="left" className="small" onClick={onClose} />
      </header>
      <ol className="guided-dots">
        {steps.map((each, index) => (
          <li key={each.id}>
            <button
              type="button"
              aria-label={`${index + 1}. ${each.title}${each.done ? `, ${words.done}` : ''}`}
              title={each.title}
              aria-current={index === current ? 'step' : undefined}
              data-done={each.done}
              data-ticked={ticked.includes(each.id)}
              onClick={() => onStep(index)}
            >
              {each.done ? <Check aria-hidden size={15} strokeWidth={3} /> : index + 1}
            </button>
          </li>
        ))}
      </ol>
      <div className="guided-step" aria-live="polite" aria-atomic="true">
        <p className="guided-count">{words.stepOf}</p>
        <h3>{step.title}</h3>
        <p>{step.text}</p>
      </div>
      <footer>
        {(finished || step.done) && (
          <p className="guided-tick" data-ticked={ticked.includes(step.id)} aria-hidden>
            {finished ? <PartyPopper size={18} /> : <Check size={20} strokeWidth={3} />}
            {finished ? words.finished : words.done}
          </p>
        )}
        <button
          type="button"
          className="button"
          aria-disabled={current === 0}
          onClick={() => current > 0 && onStep(current - 1)}
        >
          {words.back}
        </button>
        <button type="button" className={`button${step.done ? ' primary' : ''}`} onClick={forward}>
          {forwardWord}
        </button>
      </footer>
      <p role="status" className="visually-hidden">
        {announced.join('. ')}
      </p>
    </section>
  );
}

/** The step after this one; from the last, the first that is not done yet; −1 where there is neither. */
function nextOf(steps: readonly GuidedStep[], current: number): number {
  if (current < steps.length - 1) return current + 1;
  return steps.findIndex(({ done }, index) => !done && index !== current);
}

/** The steps that were ticked last while the path was shown: those alone are announced and move. */
function useTicked(steps: readonly GuidedStep[]): readonly string[] {
  const done = steps.filter((step) => step.done).map(({ id }) => id);
  const [seen, setSeen] = useState({ done, ticked: [] as readonly string[] });
  if (done.join('\n') === seen.done.join('\n')) return seen.ticked;
  const ticked = done.filter((id) => !seen.done.includes(id));
  setSeen({ done, ticked });
  return ticked;
}
