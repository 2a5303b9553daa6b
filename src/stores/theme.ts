import type { Theme } from '../contract/deepLink.ts';
import { useLink } from './linkStore.ts';
import { useMediaQuery } from './mediaQuery.ts';

const LIGHT = '(prefers-color-scheme: light)';

/** Marks the page with the theme in force: the link's, else the system's. */
function applyTheme(): void {
  document.documentElement.dataset.theme = currentTheme();
}

function currentTheme(): Theme {
  return useLink.getState().link.theme ?? (matchMedia(LIGHT).matches ? 'light' : 'dark');
}

/** Keeps the page's theme in step with the link and with the system. */
export function followTheme(): void {
  applyTheme();
  useLink.subscribe(applyTheme);
  matchMedia(LIGHT).addEventListener('change', applyTheme);
}

/** The theme in force, followed as the link or the system changes. */
export function useTheme(): Theme {
  const chosen = useLink(({ link }) => link.theme);
  const light = useMediaQuery(LIGHT);
  return chosen ?? (light ? 'light' : 'dark');
}
