import { create } from 'zustand';
import {
  defaultLink,
  formatLink,
  type LinkProblem,
  type LinkState,
  parseLink,
} from '../contract/deepLink.ts';
import { type Fault, faultFrom } from '../contract/fault.ts';
import { formatFragment, type OwnTexts, parseFragment } from '../contract/fragment.ts';
import type { Language } from '../contract/options.ts';
import { useStatus } from './statusStore.ts';

interface LinkStoreState {
  readonly link: LinkState;
  /** A person's own texts, from the fragment or the box. */
  readonly own: OwnTexts | null;
  /** What the link asked for that the contract does not allow. */
  readonly problems: readonly LinkProblem[];
  /** The fragment could not be read. */
  readonly fault: Fault | null;
}

interface LinkStoreActions {
  /** Changes what is shown and writes it to the address. */
  change(patch: Partial<LinkState>): void;
  setOwn(own: OwnTexts | null): void;
}

/** The state that a link carries: what is shown, and how. The address always says the same. */
export const useLink = create<LinkStoreState & LinkStoreActions>()((set, get) => ({
  link: defaultLink('en'),
  own: null,
  problems: [],
  fault: null,
  change(patch) {
    const before = get().link;
    const link = { ...before, ...patch };
    set({ link });
    void writeAddress(
      link,
      get().own,
      STEPS.some((key) => link[key] !== before[key]),
    );
  },
  setOwn(own) {
    set({ own });
    void writeAddress(get().link, own, true);
  },
}));

/** What the browser's Back button goes back over; a slider or a theme is no step. */
const STEPS = ['view', 'word', 'model', 'data'] as const;

let lastWrite = 0;
let step = false;

/** Packing texts may take a moment; only the newest state is written. */
async function writeAddress(link: LinkState, own: OwnTexts | null, isStep: boolean): Promise<void> {
  const write = ++lastWrite;
  step ||= isStep;
  let fragment = '';
  try {
    fragment = await formatFragment(own);
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

function browserLanguage(): Language {
  return (navigator.languages ?? [navigator.language]).some((tag) => /^zh\b/i.test(tag)) &&
    !/^en\b/i.test(navigator.language)
    ? 'zh'
    : 'en';
}

/** Reads the address into the store: at start, and whenever a person edits it or goes back. */
export async function readAddress(): Promise<void> {
  const { link, problems } = parseLink(location.search, browserLanguage());
  let own: OwnTexts | null = null;
  let fault: Fault | null = null;
  try {
    own = await parseFragment(location.hash);
  } catch (error) {
    fault = faultFrom(error);
  }
  useLink.setState({ link, own, problems, fault });
}

/** A link to what is shown now, complete with the texts where they fit. */
export async function currentAddress(): Promise<string> {
  const { link, own } = useLink.getState();
  const fragment = await formatFragment(own);
  return new URL(`${location.pathname}${formatLink(link)}${fragment}`, location.href).href;
}
