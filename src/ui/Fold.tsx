import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface FoldProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly open?: boolean;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** A part of a panel that folds away. */
export function Fold({ icon: Icon, title, open = false, onOpen, children }: FoldProps) {
  return (
    <details
      className="fold"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) onOpen?.();
      }}
    >
      <summary>
        <Icon aria-hidden size={16} /> {title} <ChevronDown aria-hidden size={16} className="chevron" />
      </summary>
      <div className="fold-panel">{children}</div>
    </details>
  );
}
