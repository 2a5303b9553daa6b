import { create } from 'zustand';
import {
  defaultLink,
  enterContexts,
  enterView,
  type LinkState,
  labOf,
  modelOf,
  type View,
} from '../contract/deepLink.ts';
import { type Fault, faultFrom } from '../contract/fault.ts';
import { type Fragment, formatFragment, type OwnTexts, parseFragment } from '../contract/fragment.ts';
import { formatLink, type LinkProblem, parseLink } from '../contract/linkText.ts';
import type { Language } from '../contract/options.ts';
import { useStatus } from './statusStore.ts';

/** What a person types letter by letter. */
type Typed = 'word' | 'a' | 'b' | 'c' | 'expr' | 'axis' | 'axis2' | 'game';

/** The views that keep texts of their own. */
type InsideView = 'llm' | 'order';
const NO_TEXTS: Fragment = { own: null, sentences: null };

interface LinkStoreState extends Fragment {
  readonly link: LinkState;
  /** The person's texts in the language model's view (a text; beginnings of sentences) and in that of order (sentences). */
  readonly inside: Readonly<Record<InsideView, Fragment>>;
  /** What the link asked for that the contract does not allow. */
  readonly problems: readonly LinkProblem[];
  /** The fragment could not be read. */
  readonly fault: Fault | null;
}

interface LinkStoreActions {
  /** Changes what is shown and writes it to the address. */
  change(patch: Partial<LinkState>): void;
  setOwn(own: OwnTexts | null): void;
  /** What a person types, letter by letter: `write` puts it into the address when they pause. */
  type(typed: Partial<Pick<LinkState, Typed> & Pick<Fragment, 'sentences'>>): void;
  write(): void;
  /** As `type`, the texts of a view that keeps its own. */
  typeInside(view: InsideView, texts: Partial<Fragment>): void;
  /** Shows a word of the lab with its bundled sentences. */
  choose(word: string): void;
  /** Goes to a view, which stands as it was left. */
  enter(view: View): void;
  /** Shows the ready sentences of a language. */
  chooseData(data: 'contexts-zh' | 'contexts-en'): void;
  /** Switches the language; a lab with a word or sentences of the person's choice goes on with its models. */
  speak(lang: Language): void;
}

/** The state that a link carries: what is shown, and how. The address always says the same. */
export const useLink = create<LinkStoreState & LinkStoreActions>()((set, get) => ({
  link: defaultLink('en'),
  own: null,
  sentences: null,
  inside: { llm: NO_TEXTS, order: NO_TEXTS },
  problems: [],
  fault: null,
  change(patch) {
    const before = get().link;
    const link = { ...before, ...patch };
    set({ link });
    void writeAddress(STEPS.some((key) => link[key] !== before[key]));
  },
  setOwn(own) {
    set({ own });
    void writeAddress(true);
  },
  type({ sentences = get().sentences, ...typed }) {
    set({ link: { ...get().link, ...typed }, sentences });
  },
  write: () => void writeAddress(true),
  typeInside(view, texts) {
    const { inside } = get();
    set({ inside: { ...inside, [view]: { ...inside[view], ...texts } } });
  },
  choose(word) {
    set({ sentences: null, link: { ...get().link, word } });
    // a step, so that Back brings a person's sentences back
    void writeAddress(true);
  },
  enter(view) {
    const { link, change } = get();
    if (view === link.view) return;
    left.set(link.view, link);
    const entered = enterView(view);
    const last = left.get(view);
    const keys = Object.keys(entered) as (keyof LinkState)[];
    change({ ...entered, ...(last && Object.fromEntries(keys.map((key) => [key, last[key]]))) });
  },
  chooseData(data) {
    const { link } = get();
    set({ sentences: null, link: { ...link, ...enterContexts(data, link.lang) } });
    void writeAddress(true);
  },
  speak(lang) {
    const { link, sentences, change } = get();
    const { a, b, c, expr, axis, axis2, word: asked, game } = link;
    // words of the person's choice stay with the model that knows them
    if (
      link.view === 'analogy' &&
      [a, b, c, expr, axis, axis2, asked, game].some((given) => given !== null)
    ) {
      change({ lang, model: modelOf(link) });
      return;
    }
    const own = link.view === 'context' && (sentences !== null || link.word !== null);
    const { contextual, static: model2, word } = labOf(link);
    change(own ? { lang, model: contextual, model2, word } : { lang });
  },
}));

/** Each view's link as it was left. */
const left = new Map<View, LinkState>();

/** What the browser's Back button goes back over; a slider or a theme is no step. */
const STEPS = [
  'view',
  'word',
  'model',
  'model2',
  'data',
  'face',
  'relation',
  'a',
  'b',
  'c',
  'expr',
  'axis',
  'axis2',
  'answers',
] as const;

let lastWrite = 0;
let step = false;

/** Packing texts may take a moment; only the newest state is written. */
async function writeAddress(isStep: boolean): Promise<void> {
  const write = ++lastWrite;
  step ||= isStep;
  const { link } = useLink.getState();
  let fragment = '';
  try {
    fragment = await formatFragment(carried());
  } catch (error) {
    if (write === lastWrite) useStatus.getState().report(faultFrom(error));
  }
  if (write !== lastWrite) return;
  const address = `${location.pathname}${formatLink(link)}${fragment}`;
  const unchanged = address === `${location.pathname}${location.search}${location.hash}`;
  if (step && !unchanged) history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
  step = false;
}

/** The texts that the view in force shows; those of the other view stay in memory. */
function carried(): Fragment {
  const { link, own, sentences, inside } = useLink.getState();
  if (link.view === 'llm' || link.view === 'order') return inside[link.view];
  if (link.view === 'context') return { own: null, sentences };
  return { own: showsTexts(link) ? own : null, sentences: null };
}

/** Whether the view in force shows the person's own texts. */
function showsTexts({ view }: LinkState): boolean {
  return view === 'map' || view === 'compare';
}

function browserLanguage(): Language {
  return (navigator.languages ?? [navigator.language]).some((tag) => /^zh\b/i.test(tag)) &&
    !/^en\b/i.test(navigator.language)
    ? 'zh'
    : 'en';
}

/** Reads the address into the store: at start, and whenever a person edits it or goes back. */
export async function readAddress(): Promise<void> {
  const { link, problems } = parseLink(location.search, browserLanguage());
  let { own, sentences, inside } = useLink.getState();
  let fault: Fault | null = null;
  try {
    const fragment = await parseFragment(location.hash);
    if (link.view === 'llm' || link.view === 'order') inside = { ...inside, [link.view]: fragment };
    else if (link.view === 'context') sentences = fragment.sentences;
    else if (showsTexts(link)) own = fragment.own;
  } catch (error) {
    fault = faultFrom(error);
  }
  useLink.setState({ link, own, sentences, inside, problems, fault });
}

/** A link to what is shown now, complete with the texts where they fit. */
export async function currentAddress(): Promise<string> {
  return addressWith(await formatFragment(carried()));
}

/** The same link without any text of the person's. */
export function shortAddress(): string {
  return addressWith('');
}

function addressWith(fragment: string): string {
  return new URL(`${location.pathname}${formatLink(useLink.getState().link)}${fragment}`, location.href).href;
}
