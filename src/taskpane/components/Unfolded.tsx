import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Card } from '@fluentui/react-components';
import { useFocusBack } from '../hooks/useFocusBack';

interface Props {
  /** What it is, for those who hear it; or the id of an element inside that says it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  /** A form begins in its first field. */
  readonly takesFirst?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What a button opens near itself: it takes the focus, Escape closes it, and the button has the focus again. The button
 * stays there meanwhile, with `aria-expanded`.
 */
export function Unfolded({ label, labelledBy, className, takesFirst = false, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useFocusBack();
  useEffect(() => {
    const first = takesFirst ? box.current?.querySelector<HTMLElement>('input, select, textarea') : null;
    (first ?? box.current)?.focus();
  }, [takesFirst]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <Card
      ref={box}
      role="group"
      tabIndex={-1}
      className={className}
      aria-label={label}
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
    >
      {children}
    </Card>
  );
}
