import { buildWords } from '../pipeline/words/buildWords.ts';
import { UnknownWords } from '../pipeline/words/unknownWords.ts';
import { type WordsRequest, wordsRequestOf } from '../pipeline/words/wordsRequest.ts';
import type { WordsResult } from '../pipeline/words/wordsResult.ts';
import { useLink } from './linkStore.ts';
import { loadCards } from './mapStore.ts';
import { announceLink, comeBack, perform, redraw } from './perform.ts';
import { useStatus } from './statusStore.ts';
import { useWords } from './wordsStore.ts';

/** A person who types pauses so long before the work begins: half a word is no question. */
const TYPING_MS = 600;
let lastRequest = '';
let lastTyped = '';
let lastShow = '';
let lastLang: string | null = null;
/** Another view is looked at. */
let away = false;
let typing: ReturnType<typeof setTimeout> | undefined;
/** Ends the status of the work that has not begun yet. */
let waiting: (() => void) | null = null;

/** Starts the work that the link asks for, where it is another than the last. */
function follow(): void {
  const { link } = useLink.getState();
  // another language has begun the run already
  const spoken = lastLang !== null && lastLang !== link.lang;
  lastLang = link.lang;
  if (link.view !== 'analogy') {
    leave();
    return;
  }
  const back = away;
  away = false;
  const request = wordsRequestOf(link);
  const key = JSON.stringify(request);
  const show = JSON.stringify([link.show, link.theme, link.ranking]);
  if (key !== lastRequest) {
    const typed = JSON.stringify(request.asked);
    const sameFace = lastTyped !== '' && JSON.parse(lastTyped).face === request.asked.face;
    make(request, sameFace && typed !== lastTyped, spoken ? 'more' : undefined);
    lastRequest = key;
    lastTyped = typed;
  } else if (back) comeBack();
  else if (show !== lastShow) redraw();
  lastShow = show;
}

/** Another view is looked at: what is still being made is not waited for. */
function leave(): void {
  away = true;
  const { job } = useWords.getState();
  if (!job && !waiting) return;
  clearTimeout(typing);
  waiting?.();
  waiting = null;
  job?.cancel();
  useWords.setState({ job: null });
  lastRequest = '';
}

function make(request: WordsRequest, pause: boolean, kind?: 'more'): void {
  const end = useStatus.getState().begin(kind);
  useWords.getState().job?.cancel();
  useWords.setState({ job: null });
  clearTimeout(typing);
  waiting?.();
  waiting = end;
  const start = () => {
    waiting = null;
    useLink.getState().write();
    announceLink();
    useWords.setState({ unknown: [] });
    void perform<WordsResult, WordsResult>(
      {
        build: (hooks) => buildWords(request, hooks),
        take: (job) => useWords.setState({ job }),
        isCurrent: (job) => useWords.getState().job === job,
        show: (frame) => useWords.setState({ frame }),
        finish: (result) =>
          useWords.setState({ frame: result, result, job: null, hovered: null, picked: null }),
        fail(fault) {
          useWords.setState(({ result }) => ({
            frame: result,
            job: null,
            unknown: fault instanceof UnknownWords ? fault.words : [],
          }));
          lastRequest = '';
        },
        retry() {
          lastRequest = '';
          follow();
        },
      },
      end,
    );
  };
  if (pause) typing = setTimeout(start, TYPING_MS);
  else start();
}

/** Follows the link as long as its view is that of analogies. */
export function startWords(): void {
  void loadCards();
  follow();
  useLink.subscribe((state, before) => {
    if (state.link !== before.link) follow();
  });
}
