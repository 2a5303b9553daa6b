import type { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';

/** Milliseconds as a person reads them, `8.3 ms` or from one second on `4.2 s`; `t` has the scorecard's words. */
export function waitText(
  milliseconds: number,
  language: Language,
  t: ReturnType<typeof useTranslation<'scorecard'>>['t'],
): string {
  const seconds = milliseconds >= 1000;
  const value = Number((seconds ? milliseconds / 1000 : milliseconds).toPrecision(2)).toLocaleString(
    language,
  );
  return t(seconds ? 'units.seconds' : 'units.milliseconds', { value });
}
