import { Suspense } from 'react';
import { useMap } from '../stores/mapStore.ts';
import { latePart } from '../views/late/latePart.tsx';

const ConsentQuestion = latePart(() => import('./ConsentQuestion.tsx'), 'over');

/** The question before a download, where the browser asks to save data. */
export function ConsentDialog() {
  const consent = useMap(({ consent }) => consent);
  return consent && <Suspense>{<ConsentQuestion request={consent} />}</Suspense>;
}
