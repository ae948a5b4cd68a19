import { Suspense, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Button, type ButtonProps } from '@fluentui/react-components';

/** An open menu: what it hangs on, and how it ends. */
export interface OpenMenu {
  readonly target: HTMLElement;
  readonly onClose: () => void;
}

interface Props extends Pick<ButtonProps, 'size'> {
  readonly icon: ReactElement;
  readonly label: string;
  readonly children: (menu: OpenMenu) => ReactNode;
}

/** A button whose menu is made, and its script loaded, when somebody opens it. */
export function MenuOpener({ size, icon, label, children }: Props) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const close = () => {
    setTarget(null);
    target?.focus();
  };
  const openByArrow = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setTarget(event.currentTarget);
  };
  return (
    <>
      <Button
        size={size}
        appearance="subtle"
        icon={icon}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={target !== null}
        onClick={({ currentTarget }) => (target ? close() : setTarget(currentTarget))}
        onKeyDown={openByArrow}
      />
      {target && <Suspense fallback={null}>{children({ target, onClose: close })}</Suspense>}
    </>
  );
}
