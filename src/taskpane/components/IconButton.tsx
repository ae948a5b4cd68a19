import type { ReactElement } from 'react';
import { Button } from '@fluentui/react-components';

interface Props {
  readonly icon: ReactElement;
  /** What it does, for those who hear it. */
  readonly label: string;
  /** What those who point at it read, where that is shorter. */
  readonly hint?: string;
  readonly size?: 'small';
  readonly appearance?: 'subtle' | 'secondary';
  readonly disabled?: boolean;
  /** Whether what it opens is open. */
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-keyshortcuts'?: string;
  readonly onClick: () => void;
}

/** A button without words. The browser's own hint: a tooltip for every button of a long list would cost more than the list. */
export const IconButton = ({ label, hint = label, appearance = 'subtle', ...button }: Props) => (
  <Button {...button} appearance={appearance} aria-label={label} title={hint} />
);
