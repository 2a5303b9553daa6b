import { useTranslation } from 'react-i18next';
import type { Group } from '../../../pipeline/mapResult.ts';
import { groupColourHex, groupShapes } from '../../../scene/palette.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useTheme } from '../../../stores/theme.ts';
import { Marker } from '../../../ui/Marker.tsx';

/** What the colours and shapes of the words mean. */
export function GroupKeys({ groups }: { readonly groups: readonly Group[] }) {
  const { t } = useTranslation('analogy');
  const theme = useTheme();
  const language = useLink(({ link }) => link.lang);
  const shapes = groupShapes(Math.max(1, groups.length));
  return (
    <ul className="stage-groups" aria-label={t('random.groups')}>
      {groups.map(({ id, names }, row) => (
        <li key={id}>
          <Marker shape={shapes[row]} colour={groupColourHex(row, theme)} /> {names[language]}
        </li>
      ))}
    </ul>
  );
}
