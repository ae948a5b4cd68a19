import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  XS: { gap: tokens.spacingVerticalXS },
  S: { gap: tokens.spacingVerticalS },
  M: { gap: tokens.spacingVerticalM },
  L: { gap: tokens.spacingVerticalL },
});

interface Props {
  readonly label?: string;
  /** Room between the entries. */
  readonly gap?: 'XS' | 'S' | 'M' | 'L';
  /** The order says something. */
  readonly ordered?: boolean;
  /** `<li>`s. */
  readonly children: ReactNode;
}

/** A short list without bullets; long ones are a VirtualList. */
export function PlainList({ label, gap, ordered = false, children }: Props) {
  const styles = useStyles();
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={mergeClasses(styles.list, gap && styles[gap])} aria-label={label}>
      {children}
    </List>
  );
}
