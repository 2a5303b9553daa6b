import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** The button's name, also shown beside it under the pointer and on focus. */
  readonly label: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A button with a picture and a name. The tip is CSS alone: a floating library would double the first screen. */
export function IconButton({ icon: Icon, label, side = 'bottom', className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      data-side={side}
      className={`icon-button tipped ${className}`}
      {...rest}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </button>
  );
}
