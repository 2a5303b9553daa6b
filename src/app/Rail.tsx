import {
  ArrowLeftRight,
  BrainCircuit,
  CircleHelp,
  Columns2,
  Compass,
  Link2,
  Map as MapIcon,
  Maximize,
  MessagesSquare,
  Moon,
  MoveUpRight,
  Sun,
  Trophy,
} from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWS } from '../contract/deepLink.ts';
import { faultFrom } from '../contract/fault.ts';
import { currentAddress, useLink } from '../stores/linkStore.ts';
import { useStatus } from '../stores/statusStore.ts';
import { useTheme } from '../stores/theme.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { latePart } from '../views/late/latePart.tsx';

const HelpDialog = latePart(() => import('./HelpDialog.tsx'), 'over');

const VIEW_ICONS = {
  map: MapIcon,
  context: MessagesSquare,
  analogy: MoveUpRight,
  llm: BrainCircuit,
  order: ArrowLeftRight,
  compare: Columns2,
  scorecard: Trophy,
  guide: Compass,
} as const;

/** On a phone the rail scrolls: the view that is open must be seen. */
function bringIntoView(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The rail of views, and what concerns the whole app: link, language, theme, full screen, help. */
export function Rail() {
  const { t } = useTranslation();
  const link = useLink(({ link }) => link);
  const { change, enter, speak } = useLink.getState();
  const theme = useTheme();
  const [help, setHelp] = useState(false);
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await currentAddress());
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch (error) {
      useStatus.getState().report(faultFrom(error));
    }
  };

  return (
    <header className="rail">
      <span className="brand" aria-hidden="true">
        <img src="./icon.svg" alt="" width="28" height="28" />
      </span>
      <nav aria-label={t('app.views')}>
        {VIEWS.map((view) => (
          <IconButton
            key={view}
            icon={VIEW_ICONS[view]}
            label={t(`${view}.title`)}
            side="right"
            ref={view === link.view ? bringIntoView : undefined}
            aria-current={view === link.view ? 'page' : undefined}
            onClick={() => enter(view)}
          />
        ))}
      </nav>
      <div className="rail-end">
        {navigator.clipboard && (
          <IconButton
            icon={Link2}
            label={copied ? t('app.linkCopied') : t('app.copyLink')}
            side="right"
            onClick={() => void copy()}
          />
        )}
        <label className="language" title={t('app.language')}>
          <span className="visually-hidden">{t('app.language')}</span>
          <select
            data-testid="language"
            value={link.lang}
            onChange={({ target }) => speak(target.value === 'zh' ? 'zh' : 'en')}
          >
            <option value="zh">中文</option>
            <option value="en">English</option>
          </select>
        </label>
        <IconButton
          icon={theme === 'dark' ? Sun : Moon}
          label={theme === 'dark' ? t('app.themeLight') : t('app.themeDark')}
          side="right"
          onClick={() => change({ theme: theme === 'dark' ? 'light' : 'dark' })}
        />
        {document.fullscreenEnabled && (
          <IconButton
            icon={Maximize}
            label={t('app.fullScreen')}
            side="right"
            className="wide-only"
            onClick={() => {
              if (document.fullscreenElement) void document.exitFullscreen();
              else void document.documentElement.requestFullscreen();
            }}
          />
        )}
        <IconButton icon={CircleHelp} label={t('app.help')} side="right" onClick={() => setHelp(true)} />
      </div>
      {help && (
        <Suspense>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </header>
  );
}
