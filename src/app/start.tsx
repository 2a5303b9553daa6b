import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage, switchLanguage } from '../language/i18n.ts';
import { startExplorer } from '../stores/explorer.ts';
import { startLateViews } from '../stores/lateViews.ts';
import { readAddress, useLink } from '../stores/linkStore.ts';
import { useStatus } from '../stores/statusStore.ts';
import { followTheme } from '../stores/theme.ts';
import { App } from './App.tsx';
import { isolate } from './isolation.ts';

/** Reads the link, speaks its language, mounts the app, and starts the first map. */
export async function startApp(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  if (await isolate()) return;
  await readAddress();
  followTheme();
  await startLanguage(useLink.getState().link.lang);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  startExplorer();
  startLateViews();
  useLink.subscribe(({ link }, before) => {
    if (link.lang !== before.link.lang) void followLanguage();
  });
}

async function followLanguage(): Promise<void> {
  // where the language brings another map, its work has begun the run already
  const { begin, outstanding } = useStatus.getState();
  const end = begin(outstanding > 0 ? 'more' : undefined);
  try {
    await switchLanguage(useLink.getState().link.lang);
  } finally {
    end();
  }
}
