import { useTranslation } from 'react-i18next';
import type { SemanticMapProps } from '../../scene/mapProps.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useTheme } from '../../stores/theme.ts';

/** What every scene takes from the person's settings: theme, forms of Han characters, motion. */
export function useSceneLook(): Pick<SemanticMapProps, 'theme' | 'lang' | 'reducedMotion'> {
  const { i18n } = useTranslation();
  const theme = useTheme();
  const reducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)');
  return { theme, lang: i18n.language === 'zh' ? 'zh-CN' : 'en', reducedMotion };
}
