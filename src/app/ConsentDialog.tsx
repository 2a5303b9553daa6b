import { lazy, Suspense } from 'react';
import { useMap } from '../stores/mapStore.ts';

const ConsentQuestion = lazy(() => import('./ConsentQuestion.tsx'));

/** The question before a download, where the browser asks to save data. */
export function ConsentDialog() {
  const consent = useMap(({ consent }) => consent);
  return consent && <Suspense>{<ConsentQuestion request={consent} />}</Suspense>;
}
