import { FileJson, Grid3x3, ImageDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';

interface ExportButtonsProps {
  readonly json: () => Promise<void>;
  readonly vectors: () => Promise<void>;
  readonly image: () => Promise<void>;
  readonly side?: 'top' | 'bottom';
}

/** What is shown, as files. */
export function ExportButtons({ json, vectors, image, side }: ExportButtonsProps) {
  const { t } = useTranslation();
  return [
    { id: 'export-json', label: t('tools.exportJson'), icon: FileJson, run: json },
    { id: 'export-vectors', label: t('tools.exportVectors'), icon: Grid3x3, run: vectors },
    { id: 'export-image', label: t('tools.exportImage'), icon: ImageDown, run: image },
  ].map(({ id, label, icon, run }) => (
    <IconButton key={id} icon={icon} label={label} side={side} data-testid={id} onClick={() => void run()} />
  ));
}
